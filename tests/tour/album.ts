import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { Caption, Chapter, Picture } from './chapter.ts';
import { renderAlbum } from './render-album.ts';

/** What the walk leaves behind: pictures with captions in both languages, and the files that it produced. */
export class Album {
  readonly folder: string;
  readonly #chapters: Chapter[] = [];
  readonly #artefacts: Picture[] = [];

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async begin(folder: string): Promise<Album> {
    await rm(folder, { recursive: true, force: true });
    await mkdir(join(folder, 'pictures'), { recursive: true });
    await mkdir(join(folder, 'artefacts'), { recursive: true });
    return new Album(folder);
  }

  chapter(title: Caption): void {
    this.#chapters.push({ title, pictures: [] });
  }

  /** `name` becomes the file's name: the README uses some of them. */
  async picture(page: Page, name: string, caption: Caption): Promise<void> {
    const file = `pictures/${name}.png`;
    await page.screenshot({ path: join(this.folder, file), animations: 'disabled' });
    this.#chapters.at(-1)?.pictures.push({ file, ...caption });
  }

  async artefact(name: string, content: string, caption: Caption): Promise<void> {
    const file = `artefacts/${name}`;
    await writeFile(join(this.folder, file), content);
    this.#artefacts.push({ file, ...caption });
  }

  async finish(): Promise<string> {
    const index = join(this.folder, 'index.html');
    await writeFile(index, renderAlbum(this.#chapters, this.#artefacts));
    return index;
  }
}
