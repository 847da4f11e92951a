import { type OnlineOperation, onlineContract } from '@certbridge/shared/contract/online.ts';
import type { Contract } from '@certbridge/shared/contract/operation.ts';
import { pageContract } from '@certbridge/shared/contract/page.ts';
import { panelContract } from '@certbridge/shared/contract/panel.ts';
import { WHO_MAY_CALL } from '../../extension/background/doors/who-may-call.ts';
import { hostContract } from '../../native-host/host-contract.ts';

/** A boundary as the protocol page shows it. */
export interface Boundary {
  readonly title: string;
  readonly transport: string;
  readonly contract: Contract;
  readonly who: (operation: string) => string;
}

const doorRows = WHO_MAY_CALL as Readonly<Record<string, Readonly<Record<string, boolean>>>>;

export const BOUNDARIES: readonly Boundary[] = [
  {
    title: '页面 ↔ 内容脚本 · page ↔ content script',
    transport:
      '`window.postMessage` within one document; messages carry our mark, and the content script looks at `event.source` and `event.origin`. It checks by hand what the background then checks by schema: no validator is loaded into a partner page.',
    contract: pageContract,
    who: () => 'the page of a registered portal',
  },
  {
    title: '面板、弹窗、内容脚本 ↔ 后台 · panel, popup, content script ↔ background',
    transport:
      'A `runtime` port. The background attests the caller once, from what the browser says of the sender; each operation names who may call it, and everybody else is answered `CALLER_NOT_ALLOWED`.',
    contract: panelContract,
    who: (operation) =>
      Object.entries(doorRows[operation] ?? {})
        .flatMap(([caller, may]) => (may ? [caller] : []))
        .join(', '),
  },
  {
    title: '后台 ↔ 本机组件 · background ↔ native host',
    transport:
      'Native messaging: each message is UTF-8 JSON behind its length in bytes, an unsigned 32-bit number in the byte order of the machine. `hello` comes first; until it has agreed on a protocol version, everything else is answered `HELLO_FIRST`.',
    contract: hostContract,
    who: () => 'the extension whose id the browser names when it starts the host, if the host’s configuration lists it',
  },
  {
    title: '面板 ↔ 在线服务 · panel ↔ online service',
    transport:
      'HTTP. Fields of the input in braces are part of the path; the body of every answer is the one reply shape, whatever the status. The same contract is served as OpenAPI at `/docs`.',
    contract: onlineContract,
    who: (operation) => {
      const { method, path } = (onlineContract as Readonly<Record<string, OnlineOperation>>)[operation]?.route ?? {};
      return `\`${method} ${path}\``;
    },
  },
];
