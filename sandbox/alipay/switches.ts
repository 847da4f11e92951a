/** How Alipay is set for this shop. */
export interface AlipaySwitches {
  /** Whether what a notification's signature covers includes `sign_type`: some apps have it so, others not. */
  signsSignType: boolean;
  /** Trades are at their end as soon as they are paid: nothing can be refunded any more. */
  finishesAtOnce: boolean;
  /** The bill of today is there today; the real one comes the next morning. */
  billsToday: boolean;
}
