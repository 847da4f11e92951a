/**
 * A way to mount and network namespaces of our own. Mount: pcscd knows one socket path. Network: vpcd listens on every
 * interface, and nobody but our cards shall reach it.
 */
export interface NamespaceWay {
  /** Starts a command in new namespaces. */
  readonly unshare: readonly string[];
  /** Starts a command in the network namespace of a process that `unshare` has started. */
  enter(pid: number): readonly string[];
}

const AS_ROOT: NamespaceWay = {
  unshare: ['unshare', '--mount', '--net'],
  enter: (pid) => ['nsenter', '--target', String(pid), '--net'],
};

const USER_NAMESPACE: NamespaceWay = {
  unshare: ['unshare', '--user', '--map-root-user', '--mount', '--net'],
  enter: (pid) => ['nsenter', '--target', String(pid), '--user', '--preserve-credentials', '--net'],
};

/** The card goes back to our own user, or its files would belong to root. */
const SUDO: NamespaceWay = {
  unshare: ['sudo', '-n', ...AS_ROOT.unshare],
  enter: (pid) => ['sudo', '-n', ...AS_ROOT.enter(pid), ...asOurselves()],
};

function asOurselves(): string[] {
  const user = String(process.getuid?.() ?? 0);
  const group = String(process.getgid?.() ?? 0);
  return ['setpriv', '--reuid', user, '--regid', group, '--clear-groups'];
}

/** The likeliest first: containers may give root without the right to make namespaces. */
export function namespaceWays(): readonly NamespaceWay[] {
  return process.getuid?.() === 0 ? [AS_ROOT, USER_NAMESPACE] : [USER_NAMESPACE, SUDO];
}
