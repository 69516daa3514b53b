#include "demo/names.h"

#include <array>

#include "base/text.h"

namespace tz::demo {
namespace {

// The commonest surnames, those of the south more often; earlier ones are drawn more.
constexpr std::string_view kSurnames[] = {
    "刘", "李", "陈", "王", "周", "张", "罗", "谭", "彭", "杨", "黄", "邓",  "唐", "何",
    "肖", "曾", "蒋", "胡", "欧", "吴", "谢", "廖", "易", "文", "贺", "龙",  "向", "尹",
    "段", "旷", "阳", "赵", "朱", "徐", "孙", "马", "高", "林", "郭", "梁",  "宋", "郑",
    "韩", "冯", "于", "董", "萧", "程", "曹", "袁", "许", "傅", "沈", "卢",  "苏", "魏",
    "丁", "薛", "叶", "阎", "余", "潘", "杜", "戴", "夏", "钟", "汪", "田",  "任", "姜",
    "范", "方", "石", "姚", "邹", "熊", "金", "陆", "孔", "白", "康", "毛",  "邱", "秦",
    "江", "史", "顾", "侯", "邵", "孟", "万", "雷", "钱", "汤", "颜", "欧阳"};

using Characters = std::u32string_view;

struct Fashion {
    int until = 0;  // born before
    Characters male{};
    Characters female{};
    int single = 0;  // names of one character, of a thousand
};

constexpr Fashion kFashions[] = {
    {1960, U"国德福贵生财发庆云祥光荣华春友明亮茂松柏昌运寿喜长富顺开文武正启万善仁义忠孝",
     U"秀英桂兰珍凤玉莲香菊花素贞云月娥翠芝满姑春秋金银淑满妹冬清婉巧五六七满爱", 120},
    {1980, U"建国军志强伟平华勇斌文武海波红卫民新忠良树林金水根生春来明辉东方跃进解放和平友",
     U"丽红梅芳霞燕琴群英萍艳玲娟小春爱国秋菊桂花玉珍美华凤仙云香金秀满元翠平建", 200},
    {2000, U"涛超鹏杰磊刚俊峰亮飞龙辉斌浩帅勇强伟健康明阳洋旭东晓波林凯旋鑫森力威",
     U"婷静敏丽娜莉莎倩颖雪艳慧琳璐洁萍芬芳媛佳玲珊燕琼蓉蕾薇露晶莹瑶思雨", 300},
    {2100, U"浩宇轩子涵博文俊杰梓睿泽铭煜航晨逸嘉豪天佑明哲家辉启皓然宸奕辰星朗瑞霖",
     U"欣怡雨涵梓萱诗琪思彤可馨佳慧语嫣子悦一诺梦瑶紫妍若曦静雅心怡依晨芷晴安沐", 80}};

// What clerks write for another: same sound, or nearly the same shape.
constexpr std::array<std::u32string_view, 22> kLikes = {
    U"秀绣", U"英瑛", U"兰蓝", U"贞珍", U"凤风", U"玉钰", U"花华", U"明铭",
    U"建健", U"国囯", U"军君", U"志智", U"强墙", U"伟玮", U"平萍", U"勇涌",
    U"斌彬", U"文纹", U"红虹", U"梅玫", U"芳方", U"生森"};

const Fashion& fashion_of(int year) {
    for (const Fashion& fashion : kFashions)
        if (year < fashion.until) return fashion;
    return kFashions[std::size(kFashions) - 1];
}

char32_t likeness(Random& random, char32_t character) {
    for (const auto pair : kLikes) {
        if (pair[0] == character) return pair[1];
        if (pair[1] == character) return pair[0];
    }
    const Characters other = U"云林晓春新志文清小元";
    for (;;) {
        const char32_t drawn = other[random.below(other.size())];
        if (drawn != character) return drawn;
    }
}

}  // namespace

std::string_view make_surname(Random& random) {
    // The product of two draws leans to the beginning of the list.
    const std::size_t a = random.below(std::size(kSurnames));
    const std::size_t b = random.below(std::size(kSurnames));
    return kSurnames[a * b / std::size(kSurnames)];
}

std::string make_given_name(Random& random, bool is_male, int birth_year) {
    const Fashion& fashion = fashion_of(birth_year);
    const Characters from = is_male ? fashion.male : fashion.female;
    std::u32string name(1, from[random.below(from.size())]);
    if (!random.chance(fashion.single)) name.push_back(from[random.below(from.size())]);
    return to_utf8(name);
}

std::string mistype_name(Random& random, std::string_view name) {
    std::u32string characters = to_code_points(name);
    characters.back() = likeness(random, characters.back());
    return to_utf8(characters);
}

}  // namespace tz::demo
