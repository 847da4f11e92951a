import type { MessageValues, SmsTemplate } from '../../outbox/outbox.ts';

export interface Sms {
  /** Goes along, so that a repetition can be recognised at the provider. */
  readonly id: string;
  readonly to: string;
  readonly template: SmsTemplate;
  readonly values: MessageValues;
}

export interface SmsSender {
  /** Resolves when the provider has taken it; throws `SendFault` otherwise. */
  send(sms: Sms): Promise<void>;
}
