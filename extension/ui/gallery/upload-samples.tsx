import { signal } from '@preact/signals';
import { UploadSlot, type UploadSlotProps } from '../upload/upload-slot.tsx';
import type { UploadStanding } from '../upload/upload-standing.ts';
import { CAPTCHA_PICTURE } from './sample-choices.ts';

const MEGABYTE = 1024 * 1024;

const SAMPLES: readonly Pick<UploadSlotProps, 'title' | 'standing' | 'thumbnail' | 'icon'>[] = [
  { title: '营业执照', standing: { kind: 'sending', sentBytes: 0.7 * MEGABYTE, totalBytes: 1.2 * MEGABYTE } },
  {
    title: '法定代表人身份证件',
    standing: { kind: 'stopped', sentBytes: 0.7 * MEGABYTE, totalBytes: 1.2 * MEGABYTE, reason: '网络断开' },
  },
  {
    title: '经办人身份证件，人像面',
    icon: 'person',
    standing: { kind: 'done', note: '已上传，清晰可辨' },
    thumbnail: CAPTCHA_PICTURE,
  },
  { title: '经办人身份证件，国徽面', icon: 'person', standing: { kind: 'done' } },
  { title: '印章样表', standing: { kind: 'rejected', reason: '章印压在线外' } },
  { title: '银行汇款凭证', standing: { kind: 'too-large', bytes: 3.8 * MEGABYTE } },
  { title: '个人印章样表', standing: { kind: 'shrinking' } },
];

export function UploadSamples() {
  return (
    <section>
      <h2>材料上传位</h2>
      <div class="grid">
        <UploadSlot {...SHARED} title="授权书，加盖公章" standing={live.value} onFile={take} />
        {SAMPLES.map((sample) => (
          <UploadSlot key={sample.title} {...SHARED} {...sample} onFile={nothing} />
        ))}
      </div>
    </section>
  );
}

function nothing(): void {}

/** Takes what it is given, after a moment. */
const live = signal<UploadStanding>({ kind: 'empty' });
const MOMENT_MS = 300;

function take(file: File): void {
  live.value = { kind: 'shrinking' };
  setTimeout(() => {
    live.value = { kind: 'done', note: `收到 ${file.name}` };
  }, MOMENT_MS);
}

const SHARED = {
  rule: '一张图片，原件或盖章的复印件',
  limitBytes: 1.5 * MEGABYTE,
  accept: 'image/jpeg,image/png,image/gif',
  onShrink: nothing,
  onResume: nothing,
  onPhone: nothing,
} as const;
