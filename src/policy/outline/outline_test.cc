// Outlines of made-up documents with the damage that real ones have, and what packs cover of them.
#include "policy/outline/outline.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "policy/outline/countable.h"
#include "policy/outline/coverage.h"

namespace tz::policy {
namespace {

// "address text" of each sentence; headings have #0.
std::vector<std::string> lines_of(const Outline& outline) {
    std::vector<std::string> out;
    for (const Sentence& sentence : outline.sentences)
        out.push_back(outline.address(sentence) + " " + sentence.text);
    return out;
}

using Lines = std::vector<std::string>;

constexpr std::string_view kNumbered =
    "首页 / 通知公告\n"
    "\n"
    "各乡镇,县直各单位:\n"
    "为做好管护,现提出意见。\n"
    "甲县管护小组\n"
    "2021315\n"
    "一、总体要求\n"
    " 以管好用好为目标,建立长效机制\n"
    "二、时间安排\n"
    "分为2个阶段:\n"
    "第一阶段(摸底阶段):3月1日-5月31日;\n"
    "第二阶段(提升阶段):6月1日-12月31日。\n"
    "三、主要任务\n"
    "（一）落实责任。分两级落实。\n"
    "1.强化县级责任。县级领导负总责；部门具体抓。\n"
    "2.强化乡级责任。乡镇负责到村(有渠道的,负责到组;有水库的,负责到坝)。\n"
    "(二)落实任务。\n"
    "第一阶段工作重点\n"
    "1.工作重点。①清底子,"
    "建台账。一要摸清渠道“五类对象、老渠道底子。二要摸清水源。②补短板。要查找短板。\n"
    "2.工作方法。采取“两看”的方法。\n"
    "“两看”:一看渠道,是否通水;二水源,是否干净。\n"
    "第二阶段工作重点\n"
    "1.巩固成果。按1.5万亩的标准建设。\n"
    "(三)落实保障。\n"
    "1.在管护上下功夫。一是资金保障。每村每年安排2万元;按季拨付。二是队伍保障。每村不少于1人。"
    "技术保障。每季度巡查1次。四是奖补保障。优先安排老村三是不按序的话。五是考核保障。\n";

TEST(Outline, PlacesOfANumberedDocument) {
    const Outline outline = read_outline(kNumbered);
    EXPECT_EQ(lines_of(outline),
              (Lines{"0#0 首页 / 通知公告",
                     "0#1 各乡镇,县直各单位:",
                     "0#2 为做好管护,现提出意见。",
                     "0#0 甲县管护小组",
                     "0#0 2021315",
                     "一#0 一、总体要求",
                     "一#1 以管好用好为目标,建立长效机制",
                     "二#0 二、时间安排",
                     "二#1 分为2个阶段:",
                     "二第一阶段#1 第一阶段(摸底阶段):3月1日-5月31日;",
                     "二第二阶段#1 第二阶段(提升阶段):6月1日-12月31日。",
                     "三#0 三、主要任务",
                     "三(一)#0 （一）落实责任。",
                     "三(一)#1 分两级落实。",
                     "三(一)1#0 1.强化县级责任。",
                     "三(一)1#1 县级领导负总责；",
                     "三(一)1#2 部门具体抓。",
                     "三(一)2#0 2.强化乡级责任。",
                     "三(一)2#1 乡镇负责到村(有渠道的,负责到组;有水库的,负责到坝)。",
                     "三(二)#0 (二)落实任务。",
                     "三(二)第一阶段#0 第一阶段工作重点",
                     "三(二)第一阶段/1#0 1.工作重点。",
                     "三(二)第一阶段/1①#0 ①清底子,建台账。",
                     "三(二)第一阶段/1①/一#1 一要摸清渠道“五类对象、老渠道底子。",
                     "三(二)第一阶段/1①/二#1 二要摸清水源。",
                     "三(二)第一阶段/1②#0 ②补短板。",
                     "三(二)第一阶段/1②#1 要查找短板。",
                     "三(二)第一阶段/2#0 2.工作方法。",
                     "三(二)第一阶段/2#1 采取“两看”的方法。",
                     "三(二)第一阶段/2两看#1 “两看”:",
                     "三(二)第一阶段/2两看/一#1 一看渠道,是否通水;",
                     "三(二)第一阶段/2两看/二#1 二水源,是否干净。",
                     "三(二)第二阶段#0 第二阶段工作重点",
                     "三(二)第二阶段/1#0 1.巩固成果。",
                     "三(二)第二阶段/1#1 按1.5万亩的标准建设。",
                     "三(三)#0 (三)落实保障。",
                     "三(三)1#0 1.在管护上下功夫。",
                     "三(三)1/一#0 一是资金保障。",
                     "三(三)1/一#1 每村每年安排2万元;",
                     "三(三)1/一#2 按季拨付。",
                     "三(三)1/二#0 二是队伍保障。",
                     "三(三)1/二#1 每村不少于1人。",
                     "三(三)1/三#0 技术保障。",
                     "三(三)1/三#1 每季度巡查1次。",
                     "三(三)1/四#0 四是奖补保障。",
                     "三(三)1/四#1 优先安排老村三是不按序的话。",
                     "三(三)1/五#1 五是考核保障。"}));
    ASSERT_EQ(outline.remarks.size(), 1u) << "the lost third ordinal is told";
    EXPECT_NE(outline.remarks[0].zh.find("三(三)1/三"), std::string::npos);
}

TEST(Outline, AnOrdinalWhoseFullStopWasLostStillBegins) {
    const Outline outline = read_outline("一、任务\n1.抓好两件事。一是修渠每年2次二是护林到户\n");
    EXPECT_EQ(lines_of(outline), (Lines{"一#0 一、任务", "一1#0 1.抓好两件事。",
                                        "一1/一#1 一是修渠每年2次", "一1/二#1 二是护林到户"}));
}

TEST(Outline, WordsThatLookLikeOrdinalsAreNone) {
    const Outline outline = read_outline(
        "一、任务\n统一是前提,第一书记负责,第二要务是落实。(包括:一是甲;二是乙)都要办。\n");
    ASSERT_EQ(outline.sentences.size(), 3u);
    EXPECT_EQ(outline.places.size(), 2u);
}

TEST(Outline, OrdinalsAreTheSectionsOfAReport) {
    const Outline outline = read_outline(
        "甲县:建立“两大机制”\n近年来,成效明显。\n一是建立责任机制。落实到人。\n"
        "二是建立资金机制。已投入30万元。\n全面加强监管。\n");
    EXPECT_EQ(lines_of(outline),
              (Lines{"0#1 甲县:建立“两大机制”", "0#2 近年来,成效明显。", "一#0 一是建立责任机制。",
                     "一#1 落实到人。", "二#0 二是建立资金机制。", "二#1 已投入30万元。",
                     "二#2 全面加强监管。"}));
}

TEST(Outline, HeadingsAreThePlacesOfANewspaper) {
    const Outline outline = read_outline(
        "决胜之战 打好收官\n多年来一直在努力。\n\n①修好的渠道,通到了田头\n②村民在护林\n保障机制\n"
        "建立长效机制。\n抓住重点\n让项目更好\n每月走访2次。\n全村捐款360余万元\n");
    EXPECT_EQ(
        lines_of(outline),
        (Lines{"0#0 决胜之战 打好收官", "0#1 多年来一直在努力。", "§1#0 ①修好的渠道,通到了田头",
               "§1#0 ②村民在护林", "§1#0 保障机制", "§1#1 建立长效机制。", "§2#0 抓住重点",
               "§2#0 让项目更好", "§2#1 每月走访2次。", "§2#2 全村捐款360余万元"}));
}

TEST(Outline, ChaptersAndArticles) {
    const Outline outline = read_outline(
        "第一章 总则\n第一条 为了管护,制定本办法。\n第二章 职责\n第二条 县级负责:\n"
        "(一)制定规划;\n(二)安排资金。\n");
    EXPECT_EQ(lines_of(outline),
              (Lines{"第一章#0 第一章 总则", "第一章第一条#1 第一条 为了管护,制定本办法。",
                     "第二章#0 第二章 职责", "第二章第二条#1 第二条 县级负责:",
                     "第二章第二条(一)#1 (一)制定规划;", "第二章第二条(二)#1 (二)安排资金。"}));
}

TEST(Outline, ASecondRowOfTheSameSignsHasItsOwnAddresses) {
    const Outline outline = read_outline("一、任务\n一是修渠。\n二是护林。\n另外:\n一是清淤。\n");
    EXPECT_EQ(lines_of(outline).back(), "一/一~2#1 一是清淤。");
}

TEST(Outline, ARowOfATableIsOneSentence) {
    const Outline outline = read_outline("一、任务\n甲村\t每年2次;按季\t500元\n");
    EXPECT_EQ(lines_of(outline).back(), "一#1 甲村\t每年2次;按季\t500元");
}

TEST(Outline, NothingAndOddBytesAreNoTrouble) {
    EXPECT_TRUE(read_outline("").sentences.empty());
    EXPECT_TRUE(read_outline("\n\n \n").sentences.empty());
    EXPECT_EQ(read_outline("一、\n(一)\n①\n((((\xFF。\n").sentences.empty(), false);
}

TEST(Address, PlacesSentencesAndRanges) {
    const Outline outline = read_outline(kNumbered);
    const auto address = [&](std::string_view clause) {
        const Target target = find_target(outline, clause);
        return target.place < 0 ? "-"
                                : outline.places[static_cast<std::size_t>(target.place)].address;
    };
    EXPECT_EQ(address("三(三)1/一"), "三(三)1/一");
    EXPECT_EQ(address("三（三）１／一"), "三(三)1/一") << "full width";
    EXPECT_EQ(address("三(二)第一阶段/2“两看”"), "三(二)第一阶段/2两看") << "quotes";
    EXPECT_EQ(address("三(二)第一阶段1①"), "三(二)第一阶段/1①") << "without the slash";
    const Target some = find_target(outline, "三(一)1#1-2");
    EXPECT_TRUE(some.has(1) && some.has(2));
    EXPECT_FALSE(some.has(3));
    const Target list = find_target(outline, "三(三)1/一#2,1");
    EXPECT_TRUE(list.has(1) && list.has(2));
}

TEST(Address, WhatPointsToNothingIsToldWithTheNearest) {
    const Outline outline = read_outline(kNumbered);
    const Target no_place = find_target(outline, "三(三)2/一");
    EXPECT_EQ(no_place.place, -1);
    EXPECT_EQ(no_place.nearest.front(), "三(三)1/一");
    const Target too_far = find_target(outline, "三(三)1/一#5");
    EXPECT_EQ(too_far.place, -1);
    EXPECT_EQ(too_far.nearest, (Lines{"三(三)1/一#2"}));
    EXPECT_EQ(find_target(outline, "三(三)1/一#x").place, -1);
    EXPECT_EQ(find_target(outline, "三(三)1/一#4-2").place, -1);
    EXPECT_EQ(find_target(outline, "").place, -1);
}

TEST(Address, OrderOfReading) {
    EXPECT_EQ(reading_order("三(二)第一阶段/2④#12"), (std::vector<int>{3, 2, 1, 2, 4, 12}));
    EXPECT_LT(reading_order("三(三)2/五"), reading_order("三(三)10/一"));
    EXPECT_LT(reading_order("三(三)2"), reading_order("三(三)2/一"));
}

TEST(Countable, WhatAsksForACount) {
    for (const char* text :
         {"每年检测不低于2次", "参保率要达标", "实现全覆盖", "6月底前完成", "2020年之前建成",
          "每人每学年补助", "人均35升", "前20名的乡镇", "每三年招录", "每半年一次", "500人以上的村",
          "按2‰筹集", "至少走访", "5月31日完成"})
        EXPECT_NE(countable_part(text), "") << text;
    for (const char* text : {"2020年是收官之年", "提高效率,率先完成", "落实中央1号文件精神",
                             "确保不漏一户", "“3+1”保障", "拨打12345电话", "以身作则当好表率"})
        EXPECT_EQ(countable_part(text), "") << text;
}

class CoverageTest : public testing::Test {
  protected:
    static constexpr std::string_view kText =
        "一、任务\n加强管护。\n(一)修渠。每年修渠不少于2次。落实到人。\n"
        "(二)护林。一是巡山。每月巡山2次。二是宣传到户。\n二、要求\n高度重视。\n";
    Outline outline_ = read_outline(kText);

    Coverage covered(std::string_view pack) const {
        PackSource source;
        source.name = "a/b";
        source.files.push_back({"x.tz", std::string(pack)});
        return cover(outline_, declared_addresses({&source, 1}), "doc");
    }
    Lines uncovered(std::string_view pack) const {
        Lines out;
        for (const UncoveredSentence& one : covered(pack).uncovered)
            out.push_back(outline_.address(outline_.sentences[one.sentence]));
        return out;
    }
};

TEST_F(CoverageTest, NothingIsCoveredByNothing) {
    EXPECT_EQ(uncovered(""),
              (Lines{"一#1", "一(一)#1", "一(一)#2", "一(二)/一#1", "一(二)/二#1", "二#1"}));
    EXPECT_EQ(covered("").sentences, 6u);
}

TEST_F(CoverageTest, AReasonForASectionLeavesWhatIsCountable) {
    EXPECT_EQ(
        uncovered("context doc @ \"一\" because \"无\"\ncontext doc @ \"二\" because \"无\"\n"),
        (Lines{"一(一)#1", "一(二)/一#1"}));
    EXPECT_EQ(uncovered("context doc @ \"一(一)\" because \"无\"\n").front(), "一#1");
    EXPECT_EQ(uncovered("context doc @ \"一(一)\" because \"无\"\n")[1], "一(一)#1")
        << "a section is too wide even for its own countable sentence";
    const Coverage coverage = covered("context doc @ \"一\" because \"无\"\n");
    EXPECT_NE(coverage.uncovered[0].why.zh.find("一(一)#1"), std::string::npos);
}

TEST_F(CoverageTest, AReasonForAnItemOrASentenceCounts) {
    EXPECT_EQ(uncovered("context doc @ \"一\" because \"无\"\ncontext doc @ \"二\" because \"无\"\n"
                        "context doc @ \"一(一)#1\" because \"无\"\n"
                        "context doc @ \"一(二)/一\" because \"无\"\n"),
              Lines{});
}

TEST_F(CoverageTest, ARuleCountsAtItsOwnPlaceOnly) {
    const std::string_view rule =
        "require dredging \"修渠\"\n  from doc @ \"一(一)\"\n  on village\n  that dredged\n";
    EXPECT_EQ(uncovered(rule), (Lines{"一#1", "一(二)/一#1", "一(二)/二#1", "二#1"}));
    const std::string_view wide = "define wide \"全部\" from doc @ \"一\" on village = dredged\n";
    EXPECT_EQ(uncovered(wide),
              (Lines{"一(一)#1", "一(一)#2", "一(二)/一#1", "一(二)/二#1", "二#1"}))
        << "a section does not cover the sections below it";
    const std::string_view items =
        "define both \"护林\" from doc @ \"一(二)\" on village = dredged\n";
    EXPECT_EQ(uncovered(items), (Lines{"一#1", "一(一)#1", "一(一)#2", "一(二)/一#1", "二#1"}))
        << "items below, but not what is countable there";
    const Coverage coverage = covered(rule);
    EXPECT_EQ(coverage.implemented, 2u);
    EXPECT_EQ(coverage.items[0].by, (Lines{"dredging"}));
    EXPECT_TRUE(coverage.items[0].exact.empty());
}

TEST_F(CoverageTest, AddressesInTablesAndOfAnyDeclarationCount) {
    const Coverage coverage = covered(
        "parameter times \"次数\" : number\n  | division | from | to | value | source |\n"
        "  | 43 | 2020-01-01 | | 2 | doc @ \"一(一)#1\" |\n"
        "form patrol \"巡山表\" from doc @ \"一(二)/一#1\"\n"
        "exception to dredging \"汛期\"\n  from other @ \"一\"\n  when flooded\n");
    ASSERT_EQ(coverage.items.size(), 2u);
    EXPECT_EQ(coverage.items[0].exact, (Lines{"times"}));
    EXPECT_EQ(coverage.items[1].by, (Lines{"patrol"}));
}

TEST_F(CoverageTest, WrongAddressesAreToldWithFileAndLine) {
    const Coverage coverage = covered("# 注\ncontext doc @ \"一(三)\" because \"无\"\n");
    ASSERT_EQ(coverage.wrong.size(), 1u);
    EXPECT_EQ(coverage.wrong[0].declared.line, 2);
    EXPECT_EQ(coverage.wrong[0].declared.file, "a/b/x.tz");
    EXPECT_FALSE(coverage.wrong[0].nearest.empty());
}

TEST(Documents, OfAPack) {
    PackSource source;
    source.name = "a/b";
    source.files.push_back({"pack.toml", "name = \"a/b\"\n[documents.doc]\ntitle = \"意见\"\n"});
    const auto documents = pack_documents({&source, 1});
    ASSERT_EQ(documents.size(), 1u);
    EXPECT_EQ(documents[0].name, "doc");
    EXPECT_EQ(documents[0].title, "意见");
}

}  // namespace
}  // namespace tz::policy
