import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PARTS } from '../../scripts/build/places.ts';
import { measureSizes } from '../../scripts/build/sizes.ts';
import { withBuild } from '../../scripts/build/with-build.ts';

/** Names that zod cannot do without, also minified. */
const ZOD = /_zod\b|safeParse|ZodMini/;

it('the built content script and SDK carry no zod', async () => {
  await withBuild(async (dist) => {
    const [content, background] = measureSizes(join(dist, PARTS.extension)).map(({ files }) =>
      files.map((file) => readFileSync(join(dist, PARTS.extension, file), 'utf8')).join('\n'),
    );
    const sdk = readdirSync(join(dist, PARTS.sdk))
      .filter((file) => file.endsWith('.js'))
      .map((file) => readFileSync(join(dist, PARTS.sdk, file), 'utf8'))
      .join('\n');
    expect(background, 'the background checks by schema, so the mark is a true one').toMatch(ZOD);
    expect(content).not.toMatch(ZOD);
    expect(sdk.length).toBeGreaterThan(0);
    expect(sdk).not.toMatch(ZOD);
  });
});

it('the content script is one file: a loader with chunks would let any page see that the extension is there', async () => {
  await withBuild(async (dist) => {
    const manifest = JSON.parse(readFileSync(join(dist, PARTS.extension, 'manifest.json'), 'utf8'));
    const exposed = manifest.web_accessible_resources.flatMap(({ resources }: { resources: string[] }) => resources);
    expect(exposed.filter((resource: string) => /\.m?js$|\*/.test(resource))).toEqual([]);
    const [content] = measureSizes(join(dist, PARTS.extension));
    expect(content?.files).toHaveLength(1);
  });
});
