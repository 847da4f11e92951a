import { CaptchaField } from '../form/captcha-field.tsx';
import { CheckField } from '../form/check-field.tsx';
import { ComboField } from '../form/combo/combo-field.tsx';
import { RegionField } from '../form/region-field.tsx';
import { SegmentedChoice } from '../form/segmented-choice.tsx';
import { TextField } from '../form/text-field.tsx';
import { BANKS, CAPTCHA_PICTURE, OTHER_BANK, PROVINCES, WAYS } from './sample-choices.ts';
import { sampleField, sayProblem, wrongField } from './sample-fields.ts';

export function ChoiceSamples() {
  return (
    <section>
      <h2>选择项</h2>
      <div class="grid">
        <SegmentedChoice
          label="怎样核验单位身份"
          aside="三种方式任选一种"
          field={way}
          say={sayProblem}
          choices={WAYS}
          consequence={CONSEQUENCES[way.value.value]}
        />
        <SegmentedChoice label="怎样核验单位身份，还没有选" field={noWay} say={sayProblem} choices={WAYS.slice(0, 2)} />
        <SegmentedChoice label="UKey 的种类" field={key} say={sayProblem} choices={KEYS} hint="副锁不用交印章样表" />
        <SegmentedChoice label="付款方式" field={pay} say={sayProblem} choices={PAYMENTS} look="flat" />
        <ComboField {...combo} label="开户行" field={bank} hint="可以搜简称，如“工行”" />
        <ComboField {...combo} label="开户行，已选" field={chosenBank} />
        <ComboField {...combo} label="开户行，没有选到" field={noBank} />
        <ComboField
          {...combo}
          label="开户行，不在列表里"
          field={otherBank}
          whenOther={<TextField label="开户行全称" field={bankName} say={sayProblem} hint="写到支行" />}
        />
        <RegionField {...region} label="开户行所在地" province={province} city={city} />
        <RegionField {...region} label="邮寄地区，没有选" province={noProvince} city={noCity} />
        <CaptchaField
          {...captcha}
          label="算术题"
          field={answer}
          captcha={{ kind: 'picture', address: CAPTCHA_PICTURE }}
          hint="填得数"
        />
        <CaptchaField
          {...captcha}
          label="算术题，文字"
          field={wrongAnswer}
          captcha={{ kind: 'words', text: '七加五等于几' }}
        />
        <CaptchaField {...captcha} label="算术题，正在取" field={noAnswer} captcha={{ kind: 'loading' }} />
        <CaptchaField {...captcha} label="算术题，没取到" field={noAnswerEither} captcha={{ kind: 'failed' }} />
        <CheckField field={agreed} say={sayProblem}>
          {CONSENT}
        </CheckField>
        <CheckField field={notAgreed} say={sayProblem}>
          {CONSENT}
        </CheckField>
      </div>
    </section>
  );
}

function nothing(): void {}

const CONSEQUENCES: { readonly [way: string]: preact.ComponentChildren } = {
  phone: (
    <>
      证书密码将以短信发到<b>法定代表人的手机</b>，请先告知本人。
    </>
  ),
  card: (
    <>
      证书密码将以短信发到<b>银行卡预留手机</b>。
    </>
  ),
};

const KEYS = [
  { value: 'main', title: '主锁', text: '第一只' },
  { value: 'sub', title: '副锁', text: '分给其他人用', unavailable: '先办好主锁，才能办副锁' },
];
const PAYMENTS = [
  { value: 'alipay', title: '支付宝' },
  { value: 'wechat', title: '微信支付' },
];
const CONSENT = (
  <>
    已阅读并同意
    <a href="#agreement">《服务协议》</a>和<a href="#privacy">《隐私政策》</a>
  </>
);

const combo = {
  options: BANKS,
  other: OTHER_BANK,
  optionsLang: 'zh-CN',
  say: sayProblem,
  placeholder: '搜索或选择',
} as const;
const region = { provinces: PROVINCES, say: sayProblem } as const;
const captcha = { say: sayProblem, onAnother: nothing, onInWords: nothing } as const;

const way = sampleField('phone');
const noWay = wrongField('', 'missing');
const key = sampleField('main');
const pay = sampleField('alipay');
const bank = sampleField('', 'not-listed');
const chosenBank = sampleField('icbc');
const noBank = wrongField('', 'not-listed');
const otherBank = sampleField('other');
const bankName = sampleField('');
const province = sampleField('41');
const city = sampleField('4114');
const noProvince = wrongField('', 'missing');
const noCity = sampleField('');
const answer = sampleField('');
const wrongAnswer = wrongField('13', 'wrong-sum');
const noAnswer = sampleField('');
const noAnswerEither = sampleField('');
const agreed = sampleField(true, 'consent');
const notAgreed = wrongField(false, 'consent');
