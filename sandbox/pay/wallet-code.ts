/** What a QR says leads to the trade: our own address, WeChat Pay's, or the code itself. */
export function walletCode(text: string): string {
  const said = text.trim();
  if (!URL.canParse(said)) return said;
  const { searchParams } = new URL(said);
  return searchParams.get('code') ?? searchParams.get('pr') ?? '';
}
