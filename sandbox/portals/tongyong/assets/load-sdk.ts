type Answer<Value> = { ok: true; value: Value } | { ok: false; error: { code: string } };

/** As much of the partner SDK as this platform uses. */
export interface PartnerSdk {
  status(): Promise<Answer<{ host: 'ready' | 'not-ready' }>>;
  openPanel(): Promise<Answer<unknown>>;
}

const ADDRESS: string = '/certbridge-sdk.js';

/** Loaded when it is first needed; a platform must work without it. */
export async function loadSdk(): Promise<PartnerSdk | undefined> {
  try {
    const module = (await import(ADDRESS)) as { certbridge: PartnerSdk };
    return module.certbridge;
  } catch {
    return undefined;
  }
}
