import { type CliCommand, say } from '../terminal.ts';

export const help: CliCommand = async (_given, { invocation }) => {
  say(
    `用法 · Usage: ${invocation} <command>`,
    '',
    '  doctor [--dir PROFILE] [--json]   检查登记、浏览器策略、驱动、UKey 和本机组件 · checks registration, policies, drivers, keys,',
    '                                    the host',
    '         [--service URL]            以及线上服务、电脑的时间；URL 代替配置里的地址 · and the online service, and the clock',
    '                                    by it; URL goes before the one of the configuration',
    '  keys [--dir PROFILE] [--json]     列出插着的 UKey · lists the plugged keys',
    '  profile check FILE [--write]      FILE 是驱动库或 UKey 配置：看插着的 UKey 实际能做什么，请您插拔一次，并起草配置',
    '         [--no-interactive] [--json]  · FILE is a driver’s library or a token profile: what a plugged key really does,',
    '                                    asks you to pull and plug it, and drafts a profile',
    '  log [--redacted]                  本机组件的日志；--redacted 遮去 UKey 和持有人的信息 · the host’s log, without what',
    '                                    leads to a key or its holder',
    '  register [--dir PROFILE]          向浏览器登记本机组件 · registers the host with the browsers',
    '  unregister [--dir PROFILE]        撤销登记 · takes the registration back',
    '  help                              本说明 · this page',
    '',
    '  --no-interactive  不请人插拔，供脚本使用 · asks nobody to pull and plug, for scripts',
    '  --write         只用于空白 UKey：初始化它，逐项试做 · on a blank key only: initialises it and tries everything',
    '  --dir PROFILE   浏览器的用户数据目录 · a browser profile (user data folder)',
  );
  return 0;
};
