import { describe, expect, it } from 'vitest';
import { citiesOf, isCityOf, isProvince, provinces, regionName } from './regions.ts';

const everyCity = provinces().flatMap((province) => citiesOf(province.code).map((city) => ({ province, city })));

describe('GB/T 2260, provinces and cities', () => {
  it('has the 34 provincial divisions, each code once', () => {
    const codes = provinces().map(({ code }) => code);
    expect(codes).toHaveLength(34);
    expect(new Set(codes).size).toBe(34);
    for (const code of codes) expect(code).toMatch(/^[1-8]\d0000$/);
  });

  it('every city’s code has six digits and begins like its province’s, and none occurs twice', () => {
    for (const { province, city } of everyCity) {
      expect(city.code).toMatch(/^\d{6}$/);
      expect(city.code.slice(0, 2)).toBe(province.code.slice(0, 2));
    }
    expect(new Set(everyCity.map(({ city }) => city.code)).size).toBe(everyCity.length);
  });

  it('leaves nothing to choose without a name: no 市辖区, no 县, no 直辖县级行政区划', () => {
    for (const { city } of everyCity) expect(city.name).not.toMatch(/^(市辖区|县|.*直辖.*)$/);
  });

  it.each([
    ['110000', '北京市'],
    ['120000', '天津市'],
    ['310000', '上海市'],
    ['500000', '重庆市'],
    ['810000', '香港特别行政区'],
    ['820000', '澳门特别行政区'],
  ])('%s, %s, has one city: itself', (code, name) => {
    expect(citiesOf(code)).toEqual([{ code, name }]);
    expect(regionName(code, code)).toBe(name);
  });

  it('knows cities, prefectures, leagues, and counties directly under a province', () => {
    expect(regionName('410000', '411400')).toBe('河南省 商丘市');
    expect(regionName('220000', '222400')).toBe('吉林省 延边朝鲜族自治州');
    expect(regionName('150000', '152500')).toBe('内蒙古自治区 锡林郭勒盟');
    expect(regionName('410000', '419001')).toBe('河南省 济源市');
    expect(regionName('710000', '710100')).toBe('台湾省 台北市');
    expect(citiesOf('410000')).toHaveLength(18);
  });

  it('tells what belongs together and what does not', () => {
    for (const { province, city } of everyCity) expect(isCityOf(city.code, province.code)).toBe(true);
    expect(isCityOf('411400', '420000')).toBe(false);
    expect(isCityOf('110000', '120000')).toBe(false);
    expect(regionName('420000', '411400')).toBeUndefined();
  });

  it('takes no code that is none, not even what every object has', () => {
    for (const code of ['', '990000', 'toString', '__proto__']) {
      expect(isProvince(code)).toBe(false);
      expect(citiesOf(code)).toEqual([]);
      expect(isCityOf(code, '410000')).toBe(false);
    }
  });
});
