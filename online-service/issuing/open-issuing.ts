import type { DueWork } from '../jobs/due-work.ts';
import { StartProblem } from '../problems/start-problem.ts';
import { builtInAuthority } from './built-in/built-in-authority.ts';
import type { IssuingTools } from './built-in/issuing-tools.ts';
import { signReserved } from './built-in/sign-reserved.ts';
import type { CertificateAuthority } from './certificate-authority.ts';
import { type KeyManagement, keyManagement } from './key-management/key-management.ts';
import { signAnswers } from './ocsp/sign-answers.ts';
import { type Authorities, openAuthorities } from './open-authorities.ts';
import { type PublicPapers, publicPapers } from './public-papers.ts';
import { readSecrets } from './read-secrets.ts';
import { publishLists } from './revocation/publish-lists.ts';

export interface AuthorityPlace {
  readonly folder: string;
  readonly secretsFile: string;
}

export interface Issuing {
  readonly authority: CertificateAuthority;
  readonly keyManagement: KeyManagement;
  readonly papers: PublicPapers;
  /** What goes on by itself: reserved certificates, lists, answers. */
  readonly works: readonly DueWork[];
}

/** At the start of the service: an authority that cannot be opened keeps it from starting. */
export async function openIssuing(place: AuthorityPlace, tools: Omit<IssuingTools, 'authorities'>): Promise<Issuing> {
  const all = { ...tools, authorities: await open(place) };
  const authority = builtInAuthority(all);
  return {
    authority,
    keyManagement: keyManagement({ transact: tools.transact, now: tools.now, authority }),
    papers: publicPapers(all),
    works: [signReserved(all), publishLists(all), signAnswers(all)],
  };
}

async function open({ folder, secretsFile }: AuthorityPlace): Promise<Authorities> {
  try {
    return await openAuthorities(folder, await readSecrets(secretsFile));
  } catch (cause) {
    throw new StartProblem({
      what: {
        zh: `无法打开 ${folder} 中的证书签发机构。`,
        en: `The certificate authority in ${folder} cannot be opened.`,
      },
      next: {
        zh: `请确认该文件夹由“ca ceremony”建立、${secretsFile} 只有本人可读且口令与 PIN 正确、PKCS#11 设备已连接。`,
        en: `See that \`ca ceremony\` made the folder, that ${secretsFile} is readable by its owner only and holds the right passphrase and PIN, and that the token is connected.`,
      },
      exitCode: 2,
      cause,
    });
  }
}
