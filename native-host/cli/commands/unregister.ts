import { unregisterHost } from '../../register/register-host.ts';
import { installationFor } from '../places.ts';
import { type CliCommand, say } from '../terminal.ts';

export const unregister: CliCommand = async (given) => {
  const { hostDir, places } = installationFor(given);
  const reachable = places.filter(({ scope }) => scope === 'user');
  await unregisterHost({ manifestDirs: reachable.map(({ manifestDir }) => manifestDir), hostDir });
  say('已撤销登记；配置文件保留。 · The registration is gone; the configuration file stays.');
  return 0;
};
