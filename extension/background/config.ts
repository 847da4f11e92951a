export interface Config {
  readonly serviceUrl: string;
}

/** `config.json` lies beside the manifest; whoever can change it can change the extension. */
export async function readConfig(address: string): Promise<Config> {
  const response = await fetch(address);
  const { serviceUrl } = (await response.json()) as Partial<Config>;
  if (typeof serviceUrl !== 'string') throw new Error('config.json names no serviceUrl');
  return { serviceUrl };
}
