import { readFile, stat } from 'node:fs/promises';
import type { Logger } from 'pino';
import { StartProblem } from '../../problems/start-problem.ts';
import { BadWechatSettings, parseWechatSettings, type WechatSettings } from './wechat-settings.ts';

/** The settings as they are now: keys change without a restart. */
export interface WechatSettingsSource {
  current(): Promise<WechatSettings>;
}

/**
 * Reads the file, and again whenever it has changed. A file that cannot be used at the start is a start problem; one
 * that turns bad later is logged, once, and what was good before stays in force.
 */
export async function openWechatSettings(file: string, log: Logger): Promise<WechatSettingsSource> {
  let seen = await stampOf(file);
  let kept = await readOrProblem(file);
  let looking: Promise<WechatSettings> | undefined;

  async function look(): Promise<WechatSettings> {
    const stamp = await stampOf(file);
    if (stamp === seen) return kept;
    seen = stamp;
    try {
      kept = await readSettings(file);
      log.info({ platformKeys: Object.keys(kept.platformKeys) }, 'the settings of WeChat Pay were read again');
    } catch (fault) {
      log.error({ places: placesOf(fault) }, 'the settings of WeChat Pay have turned bad: the earlier ones stay');
    }
    return kept;
  }

  return {
    current() {
      looking ??= look().finally(() => {
        looking = undefined;
      });
      return looking;
    },
  };
}

/** Changes whenever the file does, also when it is put into the place of another one. */
async function stampOf(file: string): Promise<string> {
  try {
    const { ino, size, mtimeNs, ctimeNs } = await stat(file, { bigint: true });
    return `${ino} ${size} ${mtimeNs} ${ctimeNs}`;
  } catch {
    return 'not there';
  }
}

async function readSettings(file: string): Promise<WechatSettings> {
  return parseWechatSettings(await readFile(file, 'utf8'));
}

async function readOrProblem(file: string): Promise<WechatSettings> {
  try {
    return await readSettings(file);
  } catch (fault) {
    const places = placesOf(fault);
    throw new StartProblem({
      what: {
        zh: `微信支付的设置文件 ${file} 无法使用（${places.join('、')}）。`,
        en: `The file of settings for WeChat Pay, ${file}, cannot be used (${places.join(', ')}).`,
      },
      next: {
        zh: '请对照 docs/payments.md 改正文件，或取消设置 CERTBRIDGE_WECHAT_FILE 后再启动。',
        en: 'Correct it as docs/payments.md says, or unset CERTBRIDGE_WECHAT_FILE, and start again.',
      },
      exitCode: 2,
    });
  }
}

function placesOf(fault: unknown): readonly string[] {
  if (fault instanceof BadWechatSettings) return fault.places;
  return [fault instanceof Error && 'code' in fault ? String(fault.code) : 'unreadable'];
}
