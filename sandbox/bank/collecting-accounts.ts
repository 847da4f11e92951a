/** Where the service is paid by bank: its own account, and the one that the treasury knows. */
export const COLLECTING_ACCOUNTS = {
  remittance: { name: '示例证书服务有限公司', number: '6222020200001234567', bank: '中国工商银行商丘示例支行' },
  treasury: { name: '示例证书服务有限公司', number: '41050160680800005678', bank: '中国建设银行商丘示例支行' },
} as const;
