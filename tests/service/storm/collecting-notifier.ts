import { type Delivery, type Notification, Notifier } from '../../../sandbox/pay/notifier.ts';

/** Hands over what a gateway wants to tell, instead of telling it. */
export class CollectingNotifier extends Notifier {
  readonly #told: (notification: Notification) => void;

  constructor(panels: ConstructorParameters<typeof Notifier>[0], told: (notification: Notification) => void) {
    super(panels);
    this.#told = told;
  }

  override async notify(notification: Notification): Promise<void> {
    this.#told(notification);
  }

  /** The gateways' own probes: the storm has others. */
  override async sendOnce({ provider, tradeNo, id }: Notification): Promise<Delivery> {
    return { provider, tradeNo, notification: id, attempt: 0, end: 'lost' };
  }
}
