import { beginOrder } from './begin-order.ts';
import { cancelOrder } from './cancel-order.ts';
import { confirmOrder } from './confirm-order.ts';
import { editOrder } from './edit-order.ts';
import { fillIn } from './fill-in.ts';
import type { OrderTools } from './order-tools.ts';
import { readOrder } from './read-order.ts';
import { saveForm } from './save-form.ts';
import { signApplication } from './sign-application.ts';
import { submitMaterials } from './submit-materials.ts';

export function orderOperations(tools: OrderTools) {
  return {
    'orders.begin': beginOrder(tools),
    'orders.read': readOrder(tools),
    'orders.save': saveForm(tools),
    'orders.fillIn': fillIn(tools),
    'orders.confirm': confirmOrder(tools),
    'orders.edit': editOrder(tools),
    'orders.submit': submitMaterials(tools),
    'orders.sign': signApplication(tools),
    'orders.cancel': cancelOrder(tools),
  };
}
