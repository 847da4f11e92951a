import { ReadOnlyField } from '../form/read-only-field.tsx';
import { SelectField } from '../form/select-field.tsx';
import { TextField } from '../form/text-field.tsx';
import { checkedField, creditCode, sampleField, sayCode, sayProblem, wrongField } from './sample-fields.ts';

export function FieldSamples() {
  return (
    <section>
      <h2>填写项</h2>
      <div class="grid">
        <TextField label="单位名称" field={filled} say={sayProblem} hint="与营业执照一致；发票抬头也用这个名称" />
        <TextField
          label="统一社会信用代码"
          field={creditCode}
          say={sayCode(creditCode.value.value)}
          hint="营业执照右上角的 18 位代码"
          mono
        />
        <TextField label="所属部门" field={empty} say={sayProblem} optional />
        <TextField label="证件号码" field={example} say={sayProblem} placeholder="18 位身份证号" inputMode="numeric" />
        <TextField label="经办人手机" field={asked} say={sayProblem} inputMode="tel" />
        <TextField label="单位电话" field={missing} say={sayProblem} hint="区号加号码" />
        <ReadOnlyField label="发票抬头" value={LONG_NAME} hint="与单位名称相同，在“单位名称”里改" />
        <SelectField label="证件类型" field={idKind} say={sayProblem} options={ID_KINDS} />
        <SelectField label="有效期" field={years} say={sayProblem} options={YEARS} hint="到期前 90 天起可以续期" />
        <SelectField label="印章" field={seal} say={sayProblem} options={SEALS} />
      </div>
    </section>
  );
}

const LONG_NAME = '示例省示例市城市基础设施建设投资发展集团有限责任公司第一工程项目管理分公司';

const filled = sampleField('示例建设工程有限公司');
const empty = sampleField('');
const example = sampleField('');
const asked = checkedField('13800000021');
const missing = wrongField('', 'missing');
const idKind = sampleField('id-card');
const years = sampleField('');
const seal = wrongField('', 'missing');

const ID_KINDS = [
  { value: 'id-card', name: '居民身份证' },
  { value: 'passport', name: '护照' },
];
const YEARS = [1, 2, 3].map((count) => ({ value: String(count), name: `${count} 年` }));
const SEALS = [
  { value: 'company', name: '单位公章' },
  { value: 'both', name: '单位公章和法定代表人章' },
];
