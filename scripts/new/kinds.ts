import { camelCase, fileNameOf, isOperation, isScreen, pascalCase } from './names.ts';

/** A unit of work that `npm run new` can lay out. */
export interface Kind {
  readonly words: readonly string[];
  readonly example: string;
  readonly accepts: (name: string) => boolean;
  /** Templates by the file that each becomes; `*` stands for the name. */
  readonly files: Readonly<Record<string, string>>;
  readonly next: (names: Names) => readonly string[];
}

export interface Names {
  readonly operation: string;
  readonly file: string;
  readonly camel: string;
  readonly pascal: string;
}

export function namesOf(name: string): Names {
  const file = fileNameOf(name);
  return { operation: name, file, camel: camelCase(file), pascal: pascalCase(file) };
}

export const KINDS: readonly Kind[] = [
  {
    words: ['command', 'host'],
    example: 'key.lock',
    accepts: isOperation,
    files: {
      'native-host/commands/*.ts': 'host-command.ts',
      'native-host/commands/*.test.ts': 'host-command.test.ts',
    },
    next: ({ operation, camel }) => [
      `shared/contract/native.ts: declare '${operation}': operation({ summary, input, output, errors, timeLimitMs, sizeLimitBytes })`,
      `native-host/host-dispatcher.ts: '${operation}': ${camel}(),`,
      'npm run docs',
    ],
  },
  {
    words: ['command', 'background'],
    example: 'key.forget',
    accepts: isOperation,
    files: {
      'extension/background/commands/*.ts': 'background-command.ts',
      'extension/background/commands/*.test.ts': 'background-command.test.ts',
    },
    next: ({ operation, camel }) => [
      `shared/contract/panel.ts: declare '${operation}': operation({ summary, input, output, errors, timeLimitMs, sizeLimitBytes })`,
      `extension/background/doors/who-may-call.ts: say who may call '${operation}'`,
      `extension/background/commands/commands.ts: '${operation}': ${camel}(tools),`,
      'npm run docs',
    ],
  },
  {
    words: ['screen'],
    example: 'orders',
    accepts: isScreen,
    files: {
      'extension/panel/screens/*-screen.tsx': 'screen.tsx',
      'extension/panel/state/*-view.ts': 'screen-view.ts',
      'extension/panel/state/*-view.test.ts': 'screen-view.test.ts',
    },
    next: ({ file, pascal }) => [
      `extension/panel/state/panel-state.ts: { readonly name: '${file}' } in Screen`,
      `extension/panel/screens/screen-content.tsx: case '${file}': return <${pascal}Screen panel={panel} />;`,
      `extension/panel/panel-head.tsx: case '${file}': return <ScreenHead title={t('…')} onBack={home} />;`,
      'shared/text/{zh-CN,en}/ui.ts: its words, in both languages',
    ],
  },
];
