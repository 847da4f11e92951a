import '../platform/zod-jitless.ts';
import { drawPage } from './draw-page.tsx';
import { drawScene } from './gallery/draw-scene.tsx';
import { memoryStore } from './gallery/memory-store.ts';
import { PartsPage } from './gallery/parts-page.tsx';
import { SAMPLE_NOW } from './gallery/sample-time.ts';
import { SCENES } from './gallery/scenes.ts';
import { isLanguage, speak } from './i18n.ts';
import { now } from './now.ts';

/**
 * For those who work on the screens; not part of what is shipped. Without a query every part in every state;
 * `?scene=locked&language=en&theme=dark` draws one whole screen of panel or popup with invented data.
 */
const asked = new URLSearchParams(location.search);
const theme = asked.get('theme');
if (theme) document.documentElement.dataset['theme'] = theme;
const wanted = asked.get('language');
if (isLanguage(wanted)) await speak(wanted);
now.value = SAMPLE_NOW;

const scene = SCENES[asked.get('scene') ?? ''];
if (scene) drawScene(scene);
else drawPage(<PartsPage store={memoryStore()} />);
