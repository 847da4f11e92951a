/** The sandbox's USB port, from outside: what a hand would do. */
export interface UsbApi {
  plug(keyId: string): Promise<void>;
  pull(keyId: string): Promise<void>;
}

export function usbApi(sandboxUrl: string): UsbApi {
  const move = async (keyId: string, action: 'plug' | 'pull') => {
    const address = new URL(`usb/keys/${encodeURIComponent(keyId)}/${action}`, sandboxUrl);
    const response = await fetch(address, { method: 'POST' });
    if (!response.ok) throw new Error(`${action} ${keyId}: ${response.status} ${await response.text()}`);
  };
  return { plug: (keyId) => move(keyId, 'plug'), pull: (keyId) => move(keyId, 'pull') };
}
