import type { Language } from '@certbridge/shared/text/language.ts';

interface Listings {
  readonly notices: readonly (readonly [title: string, day: number])[];
  readonly projects: readonly (readonly [id: string, name: string, kind: string, day: number, time: string])[];
}

/** Invented, like everything on the demo platforms; days are counted from today. */
export const LISTINGS: Readonly<Record<Language, Listings>> = {
  'zh-CN': {
    notices: [
      ['关于调整不见面开标大厅开放时间的通知', -1],
      ['CA 证书线上办理指引（第 3 版）', -3],
      ['关于清退到期投标保证金的公告', -7],
      ['评标专家库年度考核结果公示', -10],
      ['系统夜间停机维护通知', -14],
      ['关于规范电子投标文件签章的提示', -18],
      ['交易主体信息更新操作手册', -22],
      ['关于启用新版投标工具的通知', -25],
    ],
    projects: [
      ['示例工字 0318 号', '示例区中心小学教学楼新建工程施工', '工程建设', 4, '09:00'],
      ['示例采字 0207 号', '示例县人民医院医用耗材采购项目', '政府采购', 5, '09:30'],
      ['示例土字 0041 号', '示例路北侧国有建设用地使用权出让', '土地矿业', 7, '10:00'],
    ],
  },
  en: {
    notices: [
      ['Opening hours of the online hall', -1],
      ['Applying for certificates online (v3)', -3],
      ['Return of expired bid deposits', -7],
      ['Annual review of bid experts', -10],
      ['Maintenance during the night', -14],
      ['Sealing electronic bids correctly', -18],
      ['Manual: updating your details', -22],
      ['New version of the bidding tool', -25],
    ],
    projects: [
      ['EX-W 0318', 'Example District Primary School, new building', 'Works', 4, '09:00'],
      ['EX-P 0207', 'Example County Hospital, consumables', 'Procurement', 5, '09:30'],
      ['EX-L 0041', 'Land use right north of Example Road', 'Land', 7, '10:00'],
    ],
  },
};
