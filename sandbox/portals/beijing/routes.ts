import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { assetFolder } from '../../http/asset-folder.ts';
import { languageOf } from '../../http/language.ts';
import { sendPage } from '../../http/send-page.ts';
import { loginWayOf, readLogin } from '../login-request.ts';
import type { View } from './layout.ts';
import { loginPage, receiptPage } from './pages.ts';
import { BEIJING_TEXTS } from './texts.ts';

/** The unfriendly platform: its policy lets in nobody else, and its styles spoil whatever came in all the same. */
export const beijingRoutes: FastifyPluginAsync = async (site) => {
  site.get('/', (asked, reply) => sendPage(reply, loginPage(viewOf(asked), { way: loginWayOf(asked.query) })));
  site.post('/login', (asked, reply) => {
    const login = readLogin(asked.body);
    if (login.fault === undefined) return sendPage(reply, receiptPage(viewOf(asked), login));
    return sendPage(reply.code(422), loginPage(viewOf(asked), login));
  });
  await site.register(assetFolder(new URL('./assets/', import.meta.url)), { prefix: '/assets' });
};

function viewOf(asked: FastifyRequest): View {
  const language = languageOf(asked.query);
  return { language, texts: BEIJING_TEXTS[language] };
}
