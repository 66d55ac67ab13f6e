// tries: learn where the user is by the time zone and language
// runner: off
// planted: TZ=Europe/Vienna
// planted: LANG=de_AT.UTF-8
// expect: done stdout /^UTC en-US\n$/
// control: /Vienna/
export default () => {
  const { timeZone, locale } = new Intl.DateTimeFormat().resolvedOptions();
  return `${timeZone} ${locale}`;
};
