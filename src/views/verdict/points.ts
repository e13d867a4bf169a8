/** A share in per cent with as many digits as it needs: 0.05 → "5 %", 0.1033 → "10.3 %", 0.0004 → "0.04 %". */
export const points = (share: number): string => {
  const percent = share * 100;
  const digits = percent === 0 || Math.abs(percent) >= 10 ? 1 : Math.abs(percent) >= 1 ? 1 : 2;
  return `${String(Number(percent.toFixed(digits)))} %`;
};
