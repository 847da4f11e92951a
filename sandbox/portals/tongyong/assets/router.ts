export type Route = 'login' | 'home';

const listeners = new Set<() => void>();

export function currentRoute(): Route {
  return location.hash === '#/home' ? 'home' : 'login';
}

/** By pushState, which tells nobody: foreign scripts see neither a load nor a hashchange. */
export function navigate(route: Route): void {
  history.pushState(null, '', `${location.pathname}${location.search}#/${route}`);
  for (const listener of listeners) listener();
}

export function onNavigation(listener: () => void): void {
  listeners.add(listener);
  addEventListener('popstate', listener);
}
