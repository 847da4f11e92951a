import { formatTime } from './format-time.ts';
import { homeView } from './home-view.ts';
import { loginView } from './login-view.ts';
import { replaceKeepingFocus } from './replace-keeping-focus.ts';
import { currentRoute, onNavigation } from './router.ts';
import { state } from './state.ts';
import { english, texts } from './texts.ts';

/** Real applications of this kind draw late, because they first ask a server who you are. */
const FIRST_DRAWING_AFTER_MS = 600;
/** They also ask again and again whether the session lives, and draw everything anew with the answer. */
const HEARTBEAT_MS = 3_000;

document.documentElement.lang = english ? 'en' : 'zh-CN';
document.title = `${texts.name}（${texts.demo}）`;

function draw(): void {
  replaceKeepingFocus(currentRoute() === 'home' ? homeView() : loginView(draw));
}

async function heartbeat(): Promise<void> {
  try {
    const answer = await fetch('/api/time');
    const { time } = (await answer.json()) as { time: string };
    state.serverTime = formatTime(time);
  } catch {
    state.serverTime = '--:--:--';
  }
  draw();
}

setTimeout(() => {
  onNavigation(draw);
  draw();
  heartbeat();
  setInterval(heartbeat, HEARTBEAT_MS);
}, FIRST_DRAWING_AFTER_MS);
