// The methods that Postman's old library Sugar gives to arrays, texts, numbers, dates and functions. Each name is here from the start; the library
// is read when a script first uses one of them.
(function (ph) {
  'use strict';

  const FILE = 'META-INF/resources/webjars/sugar/1.4.1/sugar-full.min.js';

  const NAMES = [
    [Array.prototype, 'findAll count removeAt include exclude clone unique flatten union intersect subtract first last from to min '
      + 'max least most sum average inGroups inGroupsOf isEmpty sortBy randomize zip sample each add remove compact '
      + 'groupBy none all any insert'],
    [Array, 'extend create AlphanumericSortOrder AlphanumericSortIgnoreCase AlphanumericSortEquivalents'],
    [String.prototype, 'escapeRegExp escapeURL unescapeURL escapeHTML unescapeHTML encodeBase64 decodeBase64 each shift codes chars '
      + 'words lines paragraphs isBlank has add remove reverse compact from to dasherize underscore camelize spacify '
      + 'stripTags removeTags truncate pad padLeft padRight first last toNumber capitalize assign insert pluralize '
      + 'singularize humanize titleize parameterize hankaku zenkaku hiragana katakana isArabic hasArabic isCyrillic '
      + 'hasCyrillic isDevanagari hasDevanagari isGreek hasGreek isHangul hasHangul isHan hasHan isKanji hasKanji '
      + 'isHebrew hasHebrew isHiragana hasHiragana isKana hasKana isKatakana hasKatakana isLatin hasLatin isThai '
      + 'hasThai'],
    [String, 'extend Inflector'],
    [Number.prototype, 'duration year years yearBefore yearsBefore yearAgo yearsAgo yearAfter yearsAfter yearFromNow yearsFromNow '
      + 'month months monthBefore monthsBefore monthAgo monthsAgo monthAfter monthsAfter monthFromNow monthsFromNow '
      + 'week weeks weekBefore weeksBefore weekAgo weeksAgo weekAfter weeksAfter weekFromNow weeksFromNow day days '
      + 'dayBefore daysBefore dayAgo daysAgo dayAfter daysAfter dayFromNow daysFromNow hour hours hourBefore '
      + 'hoursBefore hourAgo hoursAgo hourAfter hoursAfter hourFromNow hoursFromNow minute minutes minuteBefore '
      + 'minutesBefore minuteAgo minutesAgo minuteAfter minutesAfter minuteFromNow minutesFromNow second seconds '
      + 'secondBefore secondsBefore secondAgo secondsAgo secondAfter secondsAfter secondFromNow secondsFromNow '
      + 'millisecond milliseconds millisecondBefore millisecondsBefore millisecondAgo millisecondsAgo millisecondAfter '
      + 'millisecondsAfter millisecondFromNow millisecondsFromNow log abbr metric bytes isInteger isOdd isEven '
      + 'isMultipleOf format hex upto downto times chr pad ordinalize toNumber round floor ceil abs pow sin asin cos '
      + 'acos tan atan exp sqrt'],
    [Number, 'extend random'],
    [Date.prototype, 'set setWeekday setISOWeek getISOWeek getUTCOffset utc isUTC advance rewind isValid isAfter isBefore isBetween '
      + 'isLeapYear daysInMonth format relative is reset clone iso getWeekday getUTCWeekday yearsAgo yearsUntil '
      + 'yearsSince yearsFromNow addYears isLastYear isThisYear isNextYear beginningOfYear endOfYear monthsAgo '
      + 'monthsUntil monthsSince monthsFromNow addMonths isLastMonth isThisMonth isNextMonth beginningOfMonth '
      + 'endOfMonth weeksAgo weeksUntil weeksSince weeksFromNow addWeeks isLastWeek isThisWeek isNextWeek '
      + 'beginningOfWeek endOfWeek daysAgo daysUntil daysSince daysFromNow addDays beginningOfDay endOfDay hoursAgo '
      + 'hoursUntil hoursSince hoursFromNow addHours minutesAgo minutesUntil minutesSince minutesFromNow addMinutes '
      + 'secondsAgo secondsUntil secondsSince secondsFromNow addSeconds millisecondsAgo millisecondsUntil '
      + 'millisecondsSince millisecondsFromNow addMilliseconds short long full isToday isYesterday isTomorrow isWeekday '
      + 'isWeekend isFuture isPast isSunday isMonday isTuesday isWednesday isThursday isFriday isSaturday isJanuary '
      + 'isFebruary isMarch isApril isMay isJune isJuly isAugust isSeptember isOctober isNovember isDecember'],
    [Date, 'extend create past future addLocale setLocale getLocale addFormat utc RFC1123 RFC1036 ISO8601_DATE '
      + 'ISO8601_DATETIME range'],
    [Function.prototype, 'lazy delay throttle debounce cancel after once fill'],
    [Function, 'extend'],
    [Object, 'extend map reduce each size any all none count find findAll isEmpty sum average min max least most watch '
      + 'isObject isNaN equal extended merge clone fromQueryString toQueryString tap has select reject isArray '
      + 'isBoolean isDate isFunction isNumber isString isRegExp'],
    [RegExp.prototype, 'getFlags setFlags addFlag removeFlag'],
    [RegExp, 'extend escape'],
  ];

  const waiting = [];

  /** Takes the names away first: the library keeps what it finds. */
  function load() {
    waiting.splice(0).forEach(([owner, name, get]) => {
      const there = Object.getOwnPropertyDescriptor(owner, name);
      if (there && there.get === get) {
        delete owner[name];
      }
    });
    ph.load(FILE).call(globalThis, {}, undefined, {}, undefined, undefined, globalThis, undefined);
  }

  /** A method that is not here yet; a script may put its own in its place, on one object or for all. */
  function later(owner, name) {
    const get = function () {
      load();
      return this[name];
    };
    const set = function (value) {
      if (Object(this) === this) {
        Object.defineProperty(this, name, { value, writable: true, configurable: true, enumerable: this !== owner });
      }
    };
    waiting.push([owner, name, get]);
    Object.defineProperty(owner, name, { get, set, configurable: true, enumerable: false });
  }

  for (const [owner, names] of NAMES) {
    for (const name of names.split(' ')) {
      if (!(name in owner)) {
        later(owner, name);
      }
    }
  }
})
