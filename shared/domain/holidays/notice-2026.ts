import type { Notice } from './notice.ts';

/** 国务院办公厅关于 2026 年部分节假日安排的通知, 国办发明电〔2025〕7 号, 2025-11-04. */
export const notice2026: Notice = [
  { name: '元旦', from: '2026-01-01', to: '2026-01-03', workingWeekends: ['2026-01-04'] },
  { name: '春节', from: '2026-02-15', to: '2026-02-23', workingWeekends: ['2026-02-14', '2026-02-28'] },
  { name: '清明节', from: '2026-04-04', to: '2026-04-06', workingWeekends: [] },
  { name: '劳动节', from: '2026-05-01', to: '2026-05-05', workingWeekends: ['2026-05-09'] },
  { name: '端午节', from: '2026-06-19', to: '2026-06-21', workingWeekends: [] },
  { name: '中秋节', from: '2026-09-25', to: '2026-09-27', workingWeekends: [] },
  { name: '国庆节', from: '2026-10-01', to: '2026-10-07', workingWeekends: ['2026-09-20', '2026-10-10'] },
];
