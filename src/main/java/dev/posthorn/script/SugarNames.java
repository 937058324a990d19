package dev.posthorn.script;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which methods of Sugar 1.4.1, a library that Postman's sandbox lays over the language, a script names: only those are put there. All 450 would cost each
/// world more time than all else of ours together.
final class SugarNames {

    private static final List<Map.Entry<String, String>> OWNERS = List.of(
            entry("Array.prototype", """
                    findAll count removeAt include exclude clone unique flatten union intersect subtract first last from to min
                    max least most sum average inGroups inGroupsOf isEmpty sortBy randomize zip sample each add remove compact
                    groupBy none all any insert"""),
            entry("Array", """
                    extend create AlphanumericSortOrder AlphanumericSortIgnoreCase AlphanumericSortEquivalents"""),
            entry("String.prototype", """
                    escapeRegExp escapeURL unescapeURL escapeHTML unescapeHTML encodeBase64 decodeBase64 each shift codes chars
                    words lines paragraphs isBlank has add remove reverse compact from to dasherize underscore camelize spacify
                    stripTags removeTags truncate pad padLeft padRight first last toNumber capitalize assign insert pluralize
                    singularize humanize titleize parameterize hankaku zenkaku hiragana katakana isArabic hasArabic isCyrillic
                    hasCyrillic isDevanagari hasDevanagari isGreek hasGreek isHangul hasHangul isHan hasHan isKanji hasKanji
                    isHebrew hasHebrew isHiragana hasHiragana isKana hasKana isKatakana hasKatakana isLatin hasLatin isThai
                    hasThai"""),
            entry("String", """
                    extend Inflector"""),
            entry("Number.prototype", """
                    duration year years yearBefore yearsBefore yearAgo yearsAgo yearAfter yearsAfter yearFromNow yearsFromNow
                    month months monthBefore monthsBefore monthAgo monthsAgo monthAfter monthsAfter monthFromNow monthsFromNow
                    week weeks weekBefore weeksBefore weekAgo weeksAgo weekAfter weeksAfter weekFromNow weeksFromNow day days
                    dayBefore daysBefore dayAgo daysAgo dayAfter daysAfter dayFromNow daysFromNow hour hours hourBefore
                    hoursBefore hourAgo hoursAgo hourAfter hoursAfter hourFromNow hoursFromNow minute minutes minuteBefore
                    minutesBefore minuteAgo minutesAgo minuteAfter minutesAfter minuteFromNow minutesFromNow second seconds
                    secondBefore secondsBefore secondAgo secondsAgo secondAfter secondsAfter secondFromNow secondsFromNow
                    millisecond milliseconds millisecondBefore millisecondsBefore millisecondAgo millisecondsAgo millisecondAfter
                    millisecondsAfter millisecondFromNow millisecondsFromNow log abbr metric bytes isInteger isOdd isEven
                    isMultipleOf format hex upto downto times chr pad ordinalize toNumber round floor ceil abs pow sin asin cos
                    acos tan atan exp sqrt"""),
            entry("Number", """
                    extend random"""),
            entry("Date.prototype", """
                    set setWeekday setISOWeek getISOWeek getUTCOffset utc isUTC advance rewind isValid isAfter isBefore isBetween
                    isLeapYear daysInMonth format relative is reset clone iso getWeekday getUTCWeekday yearsAgo yearsUntil
                    yearsSince yearsFromNow addYears isLastYear isThisYear isNextYear beginningOfYear endOfYear monthsAgo
                    monthsUntil monthsSince monthsFromNow addMonths isLastMonth isThisMonth isNextMonth beginningOfMonth
                    endOfMonth weeksAgo weeksUntil weeksSince weeksFromNow addWeeks isLastWeek isThisWeek isNextWeek
                    beginningOfWeek endOfWeek daysAgo daysUntil daysSince daysFromNow addDays beginningOfDay endOfDay hoursAgo
                    hoursUntil hoursSince hoursFromNow addHours minutesAgo minutesUntil minutesSince minutesFromNow addMinutes
                    secondsAgo secondsUntil secondsSince secondsFromNow addSeconds millisecondsAgo millisecondsUntil
                    millisecondsSince millisecondsFromNow addMilliseconds short long full isToday isYesterday isTomorrow isWeekday
                    isWeekend isFuture isPast isSunday isMonday isTuesday isWednesday isThursday isFriday isSaturday isJanuary
                    isFebruary isMarch isApril isMay isJune isJuly isAugust isSeptember isOctober isNovember isDecember"""),
            entry("Date", """
                    extend create past future addLocale setLocale getLocale addFormat utc RFC1123 RFC1036 ISO8601_DATE
                    ISO8601_DATETIME range"""),
            entry("Function.prototype", """
                    lazy delay throttle debounce cancel after once fill"""),
            entry("Function", """
                    extend"""),
            entry("Object", """
                    extend map reduce each size any all none count find findAll isEmpty sum average min max least most watch
                    isObject isNaN equal extended merge clone fromQueryString toQueryString tap has select reject isArray
                    isBoolean isDate isFunction isNumber isString isRegExp"""),
            entry("RegExp.prototype", """
                    getFlags setFlags addFlag removeFlag"""),
            entry("RegExp", """
                    extend escape"""));

    private static final Map<String, List<String>> OWNERS_BY_NAME = byName();

    /// With these a script can make names that do not stand in it.
    private static final Set<String> DYNAMIC = Set.of("eval", "Function", "require");

    /// Whose methods these are not, although some bear the same names.
    private static final Set<String> OTHERS = Set.of("console", "Math", "_", "pm", "environment", "globals", "variables", "collectionVariables", "headers", "jar", "JSON");

    private SugarNames() {}

    private static Map<String, List<String>> byName() {
        var all = new HashMap<String, List<String>>();
        for (var owner : OWNERS) {
            for (var name : owner.getValue().strip().split("\\s+")) {
                all.computeIfAbsent(name, _ -> new ArrayList<>()).add(owner.getKey());
            }
        }
        return all;
    }

    /// Pairs of owner and name, such as `Array.prototype` and `first`; empty for most scripts. A name counts where it is called (`.first(`), taken from a prototype
    /// or written as a text.
    static List<List<String>> in(String code) {
        var names = new LinkedHashSet<String>();
        var before = "";
        var from = -1;
        for (var at = 0; at <= code.length(); at++) {
            var part = at < code.length() && Character.isJavaIdentifierPart(code.charAt(at));
            if (part && from < 0) {
                from = at;
            } else if (!part && from >= 0) {
                var word = code.substring(from, at);
                if (DYNAMIC.contains(word)) {
                    return pairs(OWNERS_BY_NAME.keySet());
                }
                if (OWNERS_BY_NAME.containsKey(word) && reached(code, from, at, before)) {
                    names.add(word);
                }
                before = word;
                from = -1;
            }
        }
        return pairs(names);
    }

    private static List<List<String>> pairs(Set<String> names) {
        return names.stream().flatMap(name -> OWNERS_BY_NAME.get(name).stream().map(owner -> List.of(owner, name))).toList();
    }

    private static boolean reached(String code, int from, int to, String before) {
        var left = from - 1;
        while (left >= 0 && Character.isWhitespace(code.charAt(left))) {
            left--;
        }
        if (left < 0 || code.charAt(left) != '.') {
            return left >= 0 && (code.charAt(left) == '\'' || code.charAt(left) == '"' || code.charAt(left) == '`');
        }
        var right = to;
        while (right < code.length() && Character.isWhitespace(code.charAt(right))) {
            right++;
        }
        return before.equals("prototype") || !OTHERS.contains(before) && right < code.length() && (code.charAt(right) == '(' || code.startsWith("?.(", right));
    }
}
