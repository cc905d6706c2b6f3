/** Languages by their own names; the core has no Intl. Others are called by their tag. */
export const languageNames: Readonly<Record<string, string>> = {
  am: 'አማርኛ', ar: 'العربية', as: 'অসমীয়া', bn: 'বাংলা', cs: 'Čeština', da: 'Dansk', de: 'Deutsch', el: 'Ελληνικά', en: 'English', es: 'Español', fa: 'فارسی', fi: 'Suomi', fr: 'Français',
  gu: 'ગુજરાતી', ha: 'Hausa', he: 'עברית', hi: 'हिन्दी', hu: 'Magyar', id: 'Indonesia', it: 'Italiano', ja: '日本語', kn: 'ಕನ್ನಡ', ko: '한국어', ml: 'മലയാളം', mr: 'मराठी', ms: 'Melayu', nb: 'Norsk bokmål',
  ne: 'नेपाली', nl: 'Nederlands', or: 'ଓଡ଼ିଆ', pa: 'ਪੰਜਾਬੀ', pl: 'Polski', pt: 'Português', ro: 'Română', ru: 'Русский', sv: 'Svenska', sw: 'Kiswahili', ta: 'தமிழ்', te: 'తెలుగు', th: 'ไทย', tr: 'Türkçe',
  uk: 'Українська', ur: 'اردو', vi: 'Tiếng Việt', yo: 'Èdè Yorùbá', zh: '中文', zu: 'isiZulu',
};
