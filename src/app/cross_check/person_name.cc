#include "app/cross_check/person_name.h"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <vector>

#include "base/utf8.h"

namespace tz::cross_check {
namespace {

// Pairs of characters frequent in names: traditional, simplified.
constexpr std::u32string_view kTraditional =
    U"張张陳陈劉刘黃黄楊杨趙赵吳吴孫孙馬马羅罗鄭郑謝谢許许鄧邓馮冯蔣蒋葉叶蘇苏呂吕盧卢鍾钟鐘钟譚谭"
    U"陸陆鄒邹龍龙萬万賴赖閻阎顧顾龔龚嚴严華华國国偉伟蘭兰鳳凤蓮莲麗丽軍军強强衛卫東东紅红雲云榮荣"
    U"貴贵連连勝胜飛飞愛爱慶庆賢贤義义興兴學学漢汉銀银錦锦輝辉順顺豐丰陽阳親亲寶宝鎮镇瓊琼嬌娇韻韵"
    U"鵬鹏麥麦齊齐龐庞聶聂韓韩歐欧陰阴雙双賀贺費费關关溫温彥彦湯汤閔闵鄔邬單单於于樂乐來来爾尔珮佩"
    U"勳勋勛勋傑杰堅坚應应達达運运遠远選选適适進进遲迟際际陣阵靜静顏颜養养駿骏驥骥鴻鸿鶴鹤鸞鸾黨党"
    U"淵渊淸清滿满濤涛瀟潇煒炜熱热燁烨爍烁獻献瑤瑶瑩莹環环璽玺發发盧卢碩硕禮礼禎祯祿禄穎颖競竞筆笔"
    U"範范紀纪純纯細细終终結结絲丝綠绿維维綺绮緒绪緣缘縣县績绩繡绣繼继續续纓缨聖圣聰聪肅肃藝艺蔭荫"
    U"薑姜薩萨藍蓝蘆芦蕭萧詩诗誠诚諾诺謀谋識识護护譽誉豔艳財财貞贞賓宾贊赞躍跃輔辅輕轻農农鄉乡鈞钧"
    U"鋒锋鋼钢鎖锁鑫鑫長长門门開开閏闰間间閣阁隊队雋隽霽霁預预領领頌颂風风馨馨驍骁魯鲁鮑鲍鳴鸣";

// Characters of names that are taken for each other by look or sound.
constexpr std::u32string_view kAlike =
    U"己已已巳己巳末未士土日曰晴睛薇微娜那祥详辉晖峰锋峰烽杰洁静婧静靖霞暇波坡林琳英瑛菲霏伟玮建健"
    U"明铭华桦红虹东冬艳燕艳焰平萍军君玲铃玲灵丽莉香湘芳方勇永志智新欣秀绣春椿荣容生胜成诚成城福富"
    U"国"
    U"囯兰岚梅美海梅清青清请云芸文雯文纹凤风雪薛玉钰元圆金今德得良梁忠中仁任义意祖租传伟浩皓浩昊宇"
    U"雨"
    U"婷停倩情娟鹃桂贵贵遗朋鹏爱受龙尤珍诊炎焱淼森焕换涣焕瑞端端瑞根银庆床贤坚堂棠";

constexpr char32_t kFirstIdeograph = 0x4E00;
constexpr std::size_t kIdeographs = 0x9FFF - 0x4E00 + 1;

// By ideograph: its simplified form, 0 for itself.
const std::vector<char16_t>& simplified() {
    static const std::vector<char16_t> kTable = [] {
        std::vector<char16_t> table(kIdeographs);
        for (std::size_t i = 0; i + 1 < kTraditional.size(); i += 2)
            table[kTraditional[i] - kFirstIdeograph] = static_cast<char16_t>(kTraditional[i + 1]);
        return table;
    }();
    return kTable;
}

std::uint64_t pair_key(char32_t a, char32_t b) {
    return std::uint64_t{std::min(a, b)} << 32 | std::max(a, b);
}

bool looks_alike(char32_t a, char32_t b) {
    static const std::unordered_set<std::uint64_t> kPairs = [] {
        std::unordered_set<std::uint64_t> pairs;
        for (std::size_t i = 0; i + 1 < kAlike.size(); i += 2)
            pairs.insert(pair_key(kAlike[i], kAlike[i + 1]));
        return pairs;
    }();
    return kPairs.contains(pair_key(a, b));
}

bool is_ideograph(char32_t c) { return c >= kFirstIdeograph && c - kFirstIdeograph < kIdeographs; }

bool is_middle_dot(char32_t c) {
    constexpr std::u32string_view kDots =
        U"\u00B7\u2022\uFF0E\u30FB\u2027\u2219\uFF65\uFE52.\u25CF";
    return kDots.find(c) != kDots.npos;
}

// What stands for a character that could not be written, or that was hidden.
bool is_unreadable(char32_t c) {
    constexpr std::u32string_view kMarks = U"?\uFF1F\uFFFD\u25A1*\uFF0A\u3013";
    const bool is_private = (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
    return is_private || kMarks.find(c) != kMarks.npos;
}

char32_t simple(char32_t c) {
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;  // full-width
    if (c >= U'a' && c <= U'z') return c - U'a' + U'A';
    if (!is_ideograph(c)) return c;
    const char16_t other = simplified()[c - kFirstIdeograph];
    return other == 0 ? c : other;
}

bool fits(char32_t a, char32_t b) {
    return a == b || a == PersonName::kAny || b == PersonName::kAny;
}

std::vector<std::size_t> differing(const PersonName& a, const PersonName& b) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < a.size; ++i)
        if (!fits(a.characters[i], b.characters[i])) places.push_back(i);
    return places;
}

bool is_permutation(const PersonName& a, const PersonName& b) {
    PersonName x = a, y = b;
    std::sort(x.characters.begin(), x.characters.begin() + x.size);
    std::sort(y.characters.begin(), y.characters.begin() + y.size);
    return x == y;
}

// The longer one has one character more, anywhere but in front.
bool is_one_longer(const PersonName& longer, const PersonName& shorter) {
    if (longer.size != shorter.size + 1 || shorter.size == 0) return false;
    std::size_t skipped = 0;
    for (std::size_t i = 0; i < shorter.size; ++i) {
        while (skipped < 2 && !fits(longer.characters[i + skipped], shorter.characters[i])) {
            ++skipped;
            if (i + skipped >= longer.size) return false;
        }
        if (skipped > 1 || (i == 0 && skipped > 0)) return false;
    }
    return true;
}

// Of the same length: unreadable characters, one character, or another order.
Likeness compare_equally_long(const PersonName& a, const PersonName& b) {
    const std::vector<std::size_t> places = differing(a, b);
    const bool has_fact = a.size > 1 && places.size() < a.size;
    if (places.empty()) {
        const auto is_read = [&](std::size_t i) {
            return a.characters[i] != PersonName::kAny && b.characters[i] != PersonName::kAny;
        };
        for (std::size_t i = 0; i < a.size; ++i)
            if (is_read(i)) return {Reason::kUnreadableName, 33};
        return {};
    }
    if (places.size() == 1 && has_fact) {
        const std::size_t at = places[0];
        if (looks_alike(a.characters[at], b.characters[at])) return {Reason::kLookAlikeName, 25};
        return at == 0 ? Likeness{Reason::kSurnameDiffers, 10}
                       : Likeness{Reason::kOneCharacter, 20};
    }
    if (!a.has_any && !b.has_any && is_permutation(a, b)) return {Reason::kSwappedName, 20};
    return {};
}

}  // namespace

bool PersonName::operator==(const PersonName& other) const {
    return size == other.size &&
           std::equal(characters.begin(), characters.begin() + size, other.characters.begin());
}

PersonName normal_name(std::string_view text) {
    PersonName name;
    for (std::size_t i = 0; i < text.size() && name.size < PersonName::kMax;) {
        const CodePoint point = code_point_at(text, i);
        i += point.size;
        const bool is_plain = is_ideograph(point.value);
        if (!is_plain && (is_space(point.value) || is_middle_dot(point.value))) continue;
        const bool is_any = !is_plain && is_unreadable(point.value);
        name.has_any |= is_any;
        name.characters[name.size++] = is_any ? PersonName::kAny : simple(point.value);
    }
    return name;
}

std::uint32_t signature(const PersonName& name) {
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < name.size; ++i)
        if (name.characters[i] != PersonName::kAny)
            bits |= 1u << (name.characters[i] * 0x9E3779B1u >> 27);
    return bits;
}

Likeness compare_names(const PersonName& a, const PersonName& b) {
    if (a.size == 0 || b.size == 0) return {};
    if (a == b && !a.has_any) return {Reason::kVariantName, 38};
    if (a.size == b.size) return compare_equally_long(a, b);
    if (is_one_longer(a, b) || is_one_longer(b, a)) return {Reason::kOneCharacter, 20};
    return {};
}

Likeness compare_names(std::string_view a, std::string_view b) {
    if (a == b && !a.empty()) {
        const Likeness same = compare_names(normal_name(a), normal_name(b));
        return same.reason == Reason::kVariantName ? Likeness{Reason::kSameName, 40} : same;
    }
    return compare_names(normal_name(a), normal_name(b));
}

}  // namespace tz::cross_check
