import type { Page } from 'playwright';

/** What this computer keeps of a form. Only the extension's own pages have the key, which never leaves them. */
export function keptDraft(panel: Page): Promise<string> {
  return panel.evaluate(async () => {
    const answer = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await answer(indexedDB.open('certbridge-drafts'));
    const vault = database.transaction('vault').objectStore('vault');
    const [key, { iv, data, until }] = await Promise.all([answer(vault.get('key')), answer(vault.get('draft'))]);
    database.close();
    const additionalData = new TextEncoder().encode(`certbridge draft 1 ${until}`);
    return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, data));
  });
}
