/** `keys.list`, `panel.openTab`: what and what of it. */
const OPERATION = /^[a-z][a-z0-9]*(\.[a-z][a-zA-Z0-9]*)+$/;
const SCREEN = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

export function isOperation(name: string): boolean {
  return OPERATION.test(name);
}

export function isScreen(name: string): boolean {
  return SCREEN.test(name);
}

/** key.lock → key-lock, panel.openTab → panel-open-tab */
export function fileNameOf(operation: string): string {
  return operation.replaceAll('.', '-').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** key-lock → keyLock */
export function camelCase(fileName: string): string {
  return fileName.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** order-list → OrderList */
export function pascalCase(fileName: string): string {
  return camelCase(`-${fileName}`);
}
