import type { MaterialSlot } from '@certbridge/shared/domain/order/materials-of-order.ts';
import { orderTexts as enOrder } from '@certbridge/shared/text/en/order.ts';
import { uiTexts as enUi } from '@certbridge/shared/text/en/ui.ts';
import { orderTexts as zhOrder } from '@certbridge/shared/text/zh-CN/order.ts';
import { uiTexts as zhUi } from '@certbridge/shared/text/zh-CN/ui.ts';

/** The page behind the QR code. Nothing in it comes from the order but which slot it is and how large it may be. */
export function cameraPage(slot: MaterialSlot, mostBytes: number): string {
  const [zh, en] = [zhUi[`material.${slot}`], enUi[`material.${slot}`]];
  return page(
    zh,
    `<h1>${zh}</h1><p lang="en">${en}</p>
<p>${zhOrder[`rule.${slot}`]}</p><p lang="en">${enOrder[`rule.${slot}`]}</p>
<label><input type="file" accept="image/*" capture="environment"><span>拍照或选择图片 · Take a photo</span></label>
<div role="status" aria-live="polite"></div>
<template id="sending"><p>正在上传，请不要关闭本页。</p><p lang="en">Uploading; please keep this page open.</p></template>
<template id="done"><p>已传到电脑上，可以关闭本页。</p><p lang="en">It has arrived on the computer. You can close this page.</p></template>
<template id="failed"><p>没有传上去，图片还在手机里。请检查网络后再试一次。</p><p lang="en">It was not sent; the picture is still on your phone. Check the connection and try again.</p></template>
<script src="/m/camera.js" defer></script>`,
    mostBytes,
  );
}

/** For an address that is over, was used, or never was: they cannot be told apart. */
export function cameraOverPage(): string {
  return page(
    '链接已失效',
    `<h1>链接已失效</h1><p>每个链接只能用一次，几分钟内有效。请在电脑上重新点“用手机拍”，再扫新的二维码。</p>
<p lang="en">This link is over. Each works once, for a few minutes. Choose “take with phone” on the computer again and scan the new code.</p>`,
    0,
  );
}

/** The same for a paper or picture that was opened from the order. */
export function documentOverPage(): string {
  return page(
    '链接已失效',
    `<h1>链接已失效</h1><p>文件的链接几分钟内有效。请回到订单页面，再点一次要看的文件。</p>
<p lang="en">This link is over: it works for a few minutes. Go back to the order and open the document again.</p>`,
    0,
  );
}

export function documentRefusedPage([zh, en]: readonly [zh: string, en: string]): string {
  return page('暂时打不开', `<h1>暂时打不开</h1><p>${zh}</p><p lang="en">${en}</p>`, 0);
}

function page(title: string, body: string, mostBytes: number): string {
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${title} · 证桥</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/m/camera.css"></head>
<body data-most-bytes="${mostBytes}"><main>${body}</main></body></html>`;
}
