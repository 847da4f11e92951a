import type { Language } from '@certbridge/shared/text/language.ts';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { assetFolder } from '../http/asset-folder.ts';
import type { Html } from '../http/html.ts';
import { languageOf } from '../http/language.ts';
import { sendPage } from '../http/send-page.ts';
import { type LoginReading, loginWayOf, readLogin } from './login-request.ts';

interface View<Texts> {
  readonly language: Language;
  readonly texts: Texts;
}

export interface DrawnPortal<Texts> {
  readonly texts: Readonly<Record<Language, Texts>>;
  readonly loginPage: (view: View<Texts>, login: LoginReading) => Html;
  readonly receiptPage: (view: View<Texts>, login: LoginReading) => Html;
  readonly assets: URL;
}

/** A platform whose server draws every page: a form is answered with a page. */
export function drawnRoutes<Texts>({ texts, loginPage, receiptPage, assets }: DrawnPortal<Texts>): FastifyPluginAsync {
  const viewOf = (asked: FastifyRequest): View<Texts> => {
    const language = languageOf(asked.query);
    return { language, texts: texts[language] };
  };
  return async (site) => {
    site.get('/', (asked, reply) => sendPage(reply, loginPage(viewOf(asked), { way: loginWayOf(asked.query) })));
    site.post('/login', (asked, reply) => {
      const login = readLogin(asked.body);
      if (login.fault === undefined) return sendPage(reply, receiptPage(viewOf(asked), login));
      return sendPage(reply.code(422), loginPage(viewOf(asked), login));
    });
    await site.register(assetFolder(assets), { prefix: '/assets' });
  };
}
