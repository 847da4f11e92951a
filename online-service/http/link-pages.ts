import { readFile } from 'node:fs/promises';
import type { Failed, Ok } from '@certbridge/shared/contract/result.ts';
import { errorTexts as english } from '@certbridge/shared/text/en/errors.ts';
import { errorMessage } from '@certbridge/shared/text/error-message.ts';
import { errorTexts as chinese } from '@certbridge/shared/text/zh-CN/errors.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { cameraOverPage, cameraPage, documentOverPage, documentRefusedPage } from '../links/camera/camera-page.ts';
import type { ReadDocument } from '../links/read-document.ts';
import type { CameraLink } from '../links/take-photo.ts';
import { STATUS_OF } from './status-of.ts';

export interface LinkPages {
  readonly readDocument: (token: string) => Promise<ReadDocument | Failed | undefined>;
  readonly cameraLink: (token: string) => Promise<CameraLink | undefined>;
  readonly takePhoto: (token: string, bytes: Uint8Array) => Promise<Ok<null> | Failed>;
}

/** A photo may be a little over the limit, so that the reply can say so. */
const PHOTO_BYTES = 4 * 1024 * 1024;
const CAMERA_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** A stranger's picture or PDF runs nothing, whatever a browser makes of it. */
const DOCUMENT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";
const CAMERA = new URL('../links/camera/', import.meta.url);

type WithToken = { Params: { token: string } };

/** The only addresses that people open outside the extension: one picture or paper, and the phone's camera. */
export async function addLinkPages(app: FastifyInstance, pages: LinkPages): Promise<void> {
  const [script, style] = await Promise.all(
    ['camera.js', 'camera.css'].map((name) => readFile(new URL(name, CAMERA), 'utf8')),
  );
  app.get<WithToken>('/d/:token', async ({ params }, reply) => {
    const read = await pages.readDocument(params.token);
    if (!read) {
      const page = reply.code(410).header('content-security-policy', CAMERA_POLICY);
      return page.type('text/html; charset=utf-8').send(documentOverPage());
    }
    if ('ok' in read) {
      const page = reply.code(STATUS_OF[read.error.code]).header('content-security-policy', CAMERA_POLICY);
      return page.type('text/html; charset=utf-8').send(documentRefusedPage(sayings(read)));
    }
    return reply
      .headers({
        'content-security-policy': DOCUMENT_POLICY,
        'content-disposition': `inline; filename="${read.name}"`,
      })
      .type(read.type)
      .send(Buffer.from(read.bytes));
  });
  app.get<WithToken>('/m/:token', async ({ params }, reply) => {
    const link = await pages.cameraLink(params.token);
    const page = link ? cameraPage(link.slot, link.mostBytes) : cameraOverPage();
    return reply
      .code(link ? 200 : 410)
      .header('content-security-policy', CAMERA_POLICY)
      .type('text/html; charset=utf-8')
      .send(page);
  });
  app.get('/m/camera.js', (_request, reply) => reply.type('text/javascript; charset=utf-8').send(script));
  app.get('/m/camera.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(style));
  app.register(async (photos) => {
    photos.removeAllContentTypeParsers();
    photos.addContentTypeParser('application/octet-stream', { parseAs: 'buffer', bodyLimit: PHOTO_BYTES }, keep);
    photos.post<WithToken & { Body: Buffer | undefined }>(
      '/m/:token',
      { bodyLimit: PHOTO_BYTES },
      async (request, reply) => {
        const taken = await pages.takePhoto(request.params.token, request.body ?? Buffer.alloc(0));
        if (taken.ok) return reply.send({ ok: true });
        const status = taken.error.code === 'UPLOAD_UNKNOWN' ? 410 : STATUS_OF[taken.error.code];
        return reply.code(status).send({ ok: false, text: sayings(taken) });
      },
    );
  });
}

async function keep(_request: FastifyRequest, body: Buffer): Promise<Buffer> {
  return body;
}

function sayings({ error }: Failed): readonly [zh: string, en: string] {
  const say = (texts: typeof chinese) => {
    const { what, next } = errorMessage(error, texts);
    return `${what} ${next}`;
  };
  return [say(chinese), say(english)];
}
