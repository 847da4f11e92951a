import type { Province, Region } from './region.ts';
import { PROVINCES } from './region-data.ts';

/** All 34, in the order of their codes, Taiwan, Hong Kong and Macao last. */
export function provinces(): Region[] {
  return PROVINCES.map(({ code, name }) => ({ code, name }));
}

/** Cities, prefectures, leagues, and the counties that stand directly under a province; none for an unknown code. */
export function citiesOf(provinceCode: string): Region[] {
  return Object.entries(provinceOf(provinceCode)?.cities ?? {}).map(([code, name]) => ({ code, name }));
}

export function isProvince(code: string): boolean {
  return provinceOf(code) !== undefined;
}

export function isCityOf(cityCode: string, provinceCode: string): boolean {
  return cityName(cityCode, provinceCode) !== undefined;
}

/** 河南省 商丘市; for a municipality its name once. Undefined where the two do not belong together. */
export function regionName(provinceCode: string, cityCode: string): string | undefined {
  const province = provinceOf(provinceCode)?.name;
  const city = cityName(cityCode, provinceCode);
  if (province === undefined || city === undefined) return undefined;
  return province === city ? city : `${province} ${city}`;
}

function provinceOf(provinceCode: string): Province | undefined {
  return PROVINCES.find(({ code }) => code === provinceCode);
}

function cityName(cityCode: string, provinceCode: string): string | undefined {
  const cities = provinceOf(provinceCode)?.cities ?? {};
  return Object.hasOwn(cities, cityCode) ? cities[cityCode] : undefined;
}
