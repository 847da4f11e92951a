import { chinaDate, daysLeft } from '@certbridge/shared/domain/china-time.ts';
import { type Html, html } from '../http/html.ts';
import { icon, KEY_DRAWING, SOCKET_DRAWING } from './usb-drawings.ts';
import { SOCKET_COUNT } from './usb-port.ts';
import type { VirtualKey } from './virtual-key.ts';

/** From here on a key card warns, in the panel as here. */
const SOON_DAYS = 90;

/** Chinese first, English small beside it. What changes later is an attribute; the script writes no markup. */
export function usbPage(keys: readonly VirtualKey[], now: Date): Html {
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>USB 插口 · 证桥沙箱</title>
<link rel="icon" href="/assets/mark.svg">
<link rel="stylesheet" href="/usb/design/tokens.css">
<link rel="stylesheet" href="/usb/assets/usb.css">
<script type="module" src="/usb/assets/usb-client.ts"></script>
</head>
<body>
<main>
<header><img src="/assets/mark.svg" width="40" height="40" alt="">
<div><h1>USB 插口 <span lang="en">USB sockets</span></h1>
<p>插拔虚拟 UKey，就像插拔真的一样：证桥和别的软件会同时看到。密码都是 <b class="mono">648219</b>。</p>
<p lang="en">Plug and pull virtual keys as if they were real. The password of all of them is 648219.</p></div></header>
<p class="status" role="status" aria-live="polite" data-status></p>
<ul class="keys">${keys.map((key) => keyItem(key, now))}</ul>
<p class="next">下一步：插上一只 UKey，再回到交易平台的登录窗。共 ${SOCKET_COUNT} 个插口，每种 UKey 最多同时插两只。
<span lang="en">Next: plug a key in, then go back to the sign-in page of a trading platform. Two keys of each kind fit at once.</span></p>
<noscript><p class="status bad">这一页需要 JavaScript。请在浏览器里打开它，再刷新。 <span lang="en">This page needs JavaScript.</span></p></noscript>
</main>
</body>
</html>`;
}

function keyItem(key: VirtualKey, now: Date): Html {
  const name = `name-${key.id}`;
  return html`<li class="card" data-key="${key.id}" data-label="${key.label}" data-plugged="${String(key.plugged)}" data-locked="${String(key.locked)}">
<div class="bay" aria-hidden="true">${SOCKET_DRAWING}<div class="stick">${KEY_DRAWING}<b>${key.label}</b></div></div>
<div class="facts">
<h2 id="${name}">${key.holder}</h2>
<p class="meta">${key.kind === 'card' ? '智能卡 UKey' : '软件 UKey'}<span class="dot">·</span>${key.label}<span class="dot">·</span><span class="mono">${key.serial}</span></p>
<p class="states">
<span class="state in">${icon('plugged')}已插入 <span lang="en">plugged in</span></span>
<span class="state out">${icon('pulled')}未插入 <span lang="en">not plugged in</span></span>
${validity(key, now)}
<span class="state bad locked">${icon('lock')}密码已锁定 <span lang="en">password locked</span></span>
</p>
</div>
<button type="button" aria-describedby="${name}"><span class="to-plug">插入 <span lang="en">Plug in</span></span><span class="to-pull">拔出 <span lang="en">Pull out</span></span></button>
</li>`;
}

function validity(key: VirtualKey, now: Date): Html | undefined {
  if (key.validUntil === null) return undefined;
  const until = new Date(key.validUntil);
  const days = daysLeft(until, now);
  const date = chinaDate(until);
  if (days < 0) {
    return html`<span class="state bad">${icon('clock')}已过期 ${-days} 天，${date} <span lang="en">expired</span></span>`;
  }
  const soon = days < SOON_DAYS;
  return html`<span class="state ${soon ? 'warn' : 'ok'}">${icon(soon ? 'clock' : 'tick')}还有 ${days} 天，至 ${date} <span lang="en">${days} days left</span></span>`;
}
