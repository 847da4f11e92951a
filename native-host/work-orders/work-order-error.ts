/** Each way in which an order does not hold. Nothing was touched in any of them. */
export type WorkOrderError =
  | 'WORK_ORDER_INVALID'
  | 'WORK_ORDER_OTHER_AUDIENCE'
  | 'WORK_ORDER_EXPIRED'
  | 'WORK_ORDER_USED'
  | 'WORK_ORDER_OTHER_KEY'
  | 'WORK_ORDER_OTHER_VERB'
  | 'WORK_ORDER_TERMS';
