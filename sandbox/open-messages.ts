import type { FastifyPluginAsync } from 'fastify';
import { newMailbox } from './mailbox/mailbox.ts';
import { mailboxRoutes } from './mailbox/mailbox-routes.ts';
import { startMailServer } from './mailbox/smtp-server.ts';
import { newPhones } from './phones/phone.ts';
import { phonesRoutes } from './phones/phones-routes.ts';
import { newSmsAccount, type SmsAccount } from './phones/sms-account.ts';
import { smsApiRoutes } from './phones/sms-api-routes.ts';

export interface Messages {
  readonly account: SmsAccount;
  readonly smtpUrl: string;
  readonly routes: FastifyPluginAsync;
  stop(): Promise<void>;
}

/** Phones and mailbox, and the providers through which a service reaches them. */
export async function openMessages(): Promise<Messages> {
  const account = await newSmsAccount();
  const phones = newPhones();
  const mailbox = newMailbox();
  const mailServer = await startMailServer(mailbox);
  return {
    account,
    smtpUrl: mailServer.url,
    routes: async (site) => {
      await site.register(smsApiRoutes(account, phones));
      await site.register(phonesRoutes(phones));
      await site.register(mailboxRoutes(mailbox));
    },
    stop: mailServer.stop,
  };
}
