import type { Logger } from 'pino';
import { openSettingsFile, type SettingsFile } from '../settings/settings-file.ts';
import { type WechatSettings, wechatSettings } from './wechat-settings.ts';

export function openWechatSettings(path: string, log: Logger): Promise<SettingsFile<WechatSettings>> {
  return openSettingsFile({ variable: 'CERTBRIDGE_WECHAT_FILE', path, schema: wechatSettings }, log);
}
