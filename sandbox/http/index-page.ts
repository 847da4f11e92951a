import type { FastifyPluginAsync } from 'fastify';
import { PORTALS } from '../portals/portals.ts';
import { assetFolder } from './asset-folder.ts';
import { type Html, html } from './html.ts';
import { sendPage } from './send-page.ts';

interface Entry {
  readonly address: string;
  readonly name: string;
  readonly zh: string;
  readonly en: string;
}

/** The product's own colours and measures. */
const DESIGN = new URL('.', import.meta.resolve('@certbridge/shared/design/tokens.css'));

/** What the sandbox has, in one list: Chinese first, English under it. */
export const indexRoutes: FastifyPluginAsync = async (site) => {
  site.get('/', (asked, reply) => sendPage(reply, page(asked.headers.host ?? '')));
  await site.register(assetFolder(new URL('./assets/', import.meta.url)), { prefix: '/assets' });
  await site.register(assetFolder(DESIGN), { prefix: '/design' });
};

function page(ownHost: string): Html {
  const port = /:\d+$/.exec(ownHost)?.[0] ?? '';
  const portals = PORTALS.map(
    (portal): Entry => ({
      address: `http://${portal.host}${port}/`,
      name: portal.name['zh-CN'],
      zh: portal.summary['zh-CN'],
      en: portal.summary.en,
    }),
  );
  const tools: Entry[] = [
    {
      address: `http://${ownHost}/usb`,
      name: 'USB 插口',
      zh: '插拔虚拟 UKey：点一下就是插上，再点一下就是拔出。',
      en: 'Plug and pull virtual keys: one click puts a key in, another takes it out.',
    },
    {
      address: `http://${ownHost}/phones`,
      name: '手机短信',
      zh: '服务发出的短信都到这里，一个号码一部手机。',
      en: 'Text messages that the service sends: one phone for each number.',
    },
    {
      address: `http://${ownHost}/mailbox`,
      name: '邮箱',
      zh: '服务发出的邮件都到这里。',
      en: 'Mail that the service sends.',
    },
    {
      address: `http://${ownHost}/wallet`,
      name: '钱包',
      zh: '用支付宝或微信支付付款：扫码、点链接或从列表里选；账目和故障开关也在这里。',
      en: 'Pay by Alipay or WeChat Pay; the books and the fault switches are here, too.',
    },
  ];
  const institutions: Entry[] = [
    {
      address: `http://${ownHost}/bureau`,
      name: '身份核验机构',
      zh: '核对姓名、证件、手机号和银行卡；可以添加人，也可以让它不可用。',
      en: 'Checks names, IDs, phones and cards; add people, or switch it away.',
    },
    {
      address: `http://${ownHost}/bank`,
      name: '银行',
      zh: '看对公账户收到的 1 分钱和附言里的授权码。',
      en: 'See the fen that came into a unit’s account, and the code in its remark.',
    },
    {
      address: `http://${ownHost}/invoices`,
      name: '电子发票平台',
      zh: '看开出的蓝字、红字发票和 PDF；也可以让它不可用。',
      en: 'See the invoices issued and reversed, with their PDFs; or switch it away.',
    },
  ];
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>证桥沙箱</title>
<link rel="icon" href="/assets/mark.svg">
<link rel="stylesheet" href="/assets/index.css">
</head>
<body>
<main>
<header><img src="/assets/mark.svg" width="44" height="44" alt=""><div><h1>证桥沙箱</h1><p>演示用的外部世界，只在这台电脑上。所有单位、项目和证书都是虚构的。</p><p lang="en">The outside world for a demonstration, on this computer only. Every name in it is invented.</p></div></header>
<h2>示例交易平台 <span lang="en">Demo trading platforms</span></h2>
<ul>${portals.map(entry)}</ul>
<h2>设备 <span lang="en">Devices</span></h2>
<ul>${tools.map(entry)}</ul>
<h2>机构 <span lang="en">Institutions</span></h2>
<ul>${institutions.map(entry)}</ul>
<p class="next">下一步：打开一个交易平台，在登录窗里点“办理、续期数字证书”，再到 USB 插口插上一只 UKey。</p>
</main>
</body>
</html>`;
}

function entry({ address, name, zh, en }: Entry): Html {
  return html`<li><a href="${address}"><b>${name}</b><span>${zh}</span><span lang="en">${en}</span><code>${address}</code></a></li>`;
}
