import { readFile } from 'node:fs/promises';
import type { FastifyPluginAsync } from 'fastify';
import type { UserErrorText } from '../../config/user-error.ts';
import { assetFolder } from '../../http/asset-folder.ts';
import { languageOf } from '../../http/language.ts';
import { refuse } from '../../http/refusals.ts';
import { sendPage } from '../../http/send-page.ts';
import { readLogin } from '../login-request.ts';
import { shell } from './shell.ts';

const SDK_NOT_BUILT: UserErrorText = {
  code: 'SANDBOX_SDK_NOT_BUILT',
  'zh-CN': '证桥的页面脚本还没有生成，页面里的“检查办理环境”用不了。请先运行 npm run build。',
  en: 'The CertBridge page script has not been built, so the page cannot check this computer. Run npm run build first.',
};

/** The single-page platform: a shell, its script, two small questions, and the partner SDK as a partner would host it. */
export function tongyongRoutes(options: { readonly sdkFile: string }): FastifyPluginAsync {
  return async (site) => {
    site.get('/', (asked, reply) => sendPage(reply, shell(languageOf(asked.query))));
    site.get('/api/time', (_asked, reply) => reply.header('cache-control', 'no-store').send({ time: new Date() }));
    site.post('/api/login', (asked, reply) => {
      const login = readLogin(asked.body);
      return reply.code(login.fault === undefined ? 200 : 422).send(login);
    });
    site.get('/certbridge-sdk.js', async (asked, reply) => {
      const sdk = await readFile(options.sdkFile).catch(() => undefined);
      if (sdk === undefined) return refuse(asked, reply, { status: 404, text: SDK_NOT_BUILT });
      return reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-cache').send(sdk);
    });
    await site.register(assetFolder(new URL('./assets/', import.meta.url)), { prefix: '/app' });
  };
}
