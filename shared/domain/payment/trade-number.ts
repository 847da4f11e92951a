/**
 * What a provider knows a collection by: letters and digits only, as both providers allow, at most 32. The order's
 * number is in it, so that a person who reads a bank statement finds the order.
 */
export function tradeNumber(orderNumber: string, attempt: number): string {
  return `CB${orderNumber.replace('-', '')}P${String(attempt).padStart(2, '0')}`;
}

/** Each refund pays one receipt back whole, so the receipt's trade names it too. */
export function refundNumber(tradeNo: string, count: number): string {
  return `${tradeNo}R${String(count).padStart(2, '0')}`;
}
