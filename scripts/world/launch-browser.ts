import { existsSync } from 'node:fs';
import { type BrowserContext, chromium } from 'playwright';
import { findBrowser } from '../setup/browser.mjs';
import { ROOT } from '../tools/root.ts';
import { ToldProblem } from '../tools/told-problem.mjs';

export interface BrowserOptions {
  readonly headless: boolean;
  readonly userDataDir: string;
  /** The browser's own language, which the extension follows. */
  readonly language?: 'zh-CN' | 'en';
}

/** Chromium with the extension loaded, in a profile of its own. */
export async function launchBrowser(extensionDir: string, options: BrowserOptions): Promise<BrowserContext> {
  const language = options.language ?? 'zh-CN';
  return chromium.launchPersistentContext(options.userDataDir, {
    executablePath: browserPath(),
    headless: options.headless,
    chromiumSandbox: canSandbox(),
    // We stop it ourselves, after what it talks to.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    viewport: options.headless ? { width: 1280, height: 800 } : null,
    locale: language,
    env: { ...definedEnvironment(), LANGUAGE: language.replace('-', '_') },
    args: [
      `--disable-extensions-except=${extensionDir}`,
      `--load-extension=${extensionDir}`,
      `--lang=${language}`,
      '--disable-background-networking',
      '--disable-component-update',
      '--no-default-browser-check',
      '--no-first-run',
    ],
  });
}

/** The Chromium of this computer, or of the project. */
export function browserPath(): string {
  const executablePath = findBrowser(ROOT);
  if (!executablePath) {
    throw new ToldProblem({
      zh: '没有找到可加载扩展的 Chromium。请运行 npm start 完成安装，或用 CERTBRIDGE_BROWSER 指明其路径。',
      en: 'No Chromium that can load an extension. Let npm start install one, or name one in CERTBRIDGE_BROWSER.',
    });
  }
  return executablePath;
}

/** Chromium's sandbox refuses root, and most containers refuse it. Only pages of this computer are opened here. */
export function canSandbox(): boolean {
  return process.getuid?.() !== 0 && !existsSync('/.dockerenv') && !existsSync('/run/.containerenv');
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
