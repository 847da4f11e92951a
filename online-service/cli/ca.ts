import { AuthorityStands, type CeremonyPlan, holdCeremony } from '../issuing/ceremony/hold-ceremony.ts';
import type { Manifest } from '../issuing/ceremony/manifest.ts';
import { renewPapers } from '../issuing/ceremony/renew-papers.ts';
import { KeyFileError } from '../issuing/keys/file/key-file.ts';
import type { KeySecrets } from '../issuing/keys/open-key.ts';
import { SecretsUnfit, secretsOf } from '../issuing/read-secrets.ts';
import type { CaCommand } from './read-ca-arguments.ts';
import type { Told } from './told.ts';

export const CA_USAGE = `用法 usage: npm run -s service -- ca ceremony --dir DIR --url http://HOST --organisation NAME
                  [--algorithms rsa,p256,sm2] [--policy-arc OID] [--token LABEL [--module FILE]] < 口令 secrets
       npm run -s service -- ca renew --dir DIR < 口令 secrets
  ceremony  建立根与签发机构   founds a root and an issuing authority for each algorithm
  renew     更新状态查询证书与根的吊销列表（每年一次）   renews the responders' certificates and the roots' lists, once a year
口令从标准输入读取：第一行是密钥文件的口令（至少 12 个字符），第二行是 PKCS#11 设备的 PIN。
Secrets are read from standard input: the passphrase of the key files (at least 12 characters), then the token's PIN.`;

export async function actAsAuthority(command: CaCommand, input: string): Promise<Told> {
  try {
    const secrets = secretsOf(input);
    const now = new Date(Math.floor(Date.now() / 1_000) * 1_000);
    return done(await act(command, secrets, now), command.given.dir);
  } catch (fault) {
    const words = wordsOf(fault);
    if (!words) throw fault;
    return { output: '', words, exitCode: 1 };
  }
}

function act(command: CaCommand, secrets: KeySecrets, now: Date): Promise<Manifest> {
  if (command.act === 'renew') return renewPapers(command.given.dir, secrets, now);
  const { dir: folder, token, module, 'policy-arc': policyArc, ...given } = command.given;
  const plan: CeremonyPlan = { ...given, policyArc, folder, now, ...(token ? { token: { module, token } } : {}) };
  return holdCeremony(plan, secrets);
}

function done({ authorities }: Manifest, folder: string): Told {
  const names = authorities.map(({ algorithm }) => algorithm).join(', ');
  return {
    output: '',
    words: `完成：${names}，在 ${folder}。请把 *-root.key 移到离线介质并锁好：本服务运行时不需要它。
Done: ${names}, in ${folder}. Move *-root.key to a medium that is offline and locked away: the service runs without it.`,
    exitCode: 0,
  };
}

function wordsOf(fault: unknown): string | undefined {
  if (fault instanceof AuthorityStands) {
    return '该文件夹中已有签发机构，密钥从不覆盖。请换一个文件夹。 There is an authority in this folder, and its keys are never written over. Name another folder.';
  }
  if (fault instanceof SecretsUnfit) {
    return '口令至少要有 12 个字符，从标准输入的第一行读取。 The passphrase, the first line of standard input, must have at least 12 characters.';
  }
  if (fault instanceof KeyFileError) {
    return '口令不对，或密钥文件已被改动。 The passphrase is wrong, or the key file was changed.';
  }
  return undefined;
}
