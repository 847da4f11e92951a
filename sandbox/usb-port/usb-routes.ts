import type { FastifyInstance, FastifyPluginAsync, FastifyReply } from 'fastify';
import * as z from 'zod/mini';
import { assetFolder } from '../http/asset-folder.ts';
import { sendPage } from '../http/send-page.ts';
import { USB_ERRORS, UsbError, type UsbErrorCode } from './usb-error.ts';
import { streamKeys } from './usb-events.ts';
import { usbPage } from './usb-page.ts';
import type { UsbPort } from './usb-port.ts';
import { keyName, type VirtualKey } from './virtual-key.ts';

/** The product's own colours and measures. */
const DESIGN = new URL('.', import.meta.resolve('@certbridge/shared/design/tokens.css'));

const params = z.strictObject({ id: keyName });

/** The port as a page and as a small JSON API; replies have the shape that every boundary of the project has. */
export function usbRoutes(usb: UsbPort): FastifyPluginAsync {
  return async (site) => {
    site.get('/usb', (_asked, reply) => sendPage(reply, usbPage(usb.keys(), new Date())));
    site.get('/usb/keys', (_asked, reply) =>
      reply.header('cache-control', 'no-store').send({ ok: true, value: { keys: usb.keys() } }),
    );
    site.get('/usb/events', (asked, reply) => streamKeys(usb, { asked: asked.raw, reply }));
    move(site, 'plug', (id) => usb.plug(id));
    move(site, 'pull', (id) => usb.pull(id));
    await site.register(assetFolder(new URL('./assets/', import.meta.url)), { prefix: '/usb/assets' });
    await site.register(assetFolder(DESIGN), { prefix: '/usb/design' });
  };
}

function move(site: FastifyInstance, verb: 'plug' | 'pull', act: (id: string) => Promise<VirtualKey>): void {
  site.post(`/usb/keys/:id/${verb}`, async (asked, reply) => {
    const input = params.safeParse(asked.params);
    if (!input.success) return failed(reply, 'bad-input');
    try {
      return reply.send({ ok: true, value: { key: await act(input.data.id) } });
    } catch (error) {
      if (error instanceof UsbError) return failed(reply, error.code);
      throw error;
    }
  });
}

function failed(reply: FastifyReply, code: UsbErrorCode): FastifyReply {
  const { status, zh, en } = USB_ERRORS[code];
  return reply.code(status).send({ ok: false, error: { code, 'zh-CN': zh, en } });
}
