"""Plain statements in the words of desks, numbers drawn by a fixed seed: right ones must be silent, a slip found.

    python benchmarks/plain.py [SEED]

Each form is filled in with numbers that tie, and again with two neighbouring digits of one of them in the other order
(of an order: its two numbers exchanged; of words for numbers: the next one). A slip that rounding allows for is no
error and counts as not found. Prints for each kind how many slips are found, and every right text that is told.
"""

# ruff: noqa: E501 - a form stands on one line
from __future__ import annotations

import random
import re
import sys
from collections import Counter
from fractions import Fraction

from crossfoot import Source, check

EACH = 8  # texts of a form
WORDS = {"en": ["zero", "one", "two", "three", "four", "five", "six", "seven"], "zh": list("零一两三四五六七")}
PLACES = {
    "en": ["Aldmere", "Brockton", "Carey", "Dunmore", "Eston", "Fairholt", "Glenby"],
    "zh": ["安镇", "白镇", "柯镇", "邓镇", "伊镇", "方镇", "葛镇"],
}
FORMS = {
    "en": {
        "share": [
            "Of its {whole} staff, {part} work abroad, {rate}% of the total.",
            "{part} of the {whole} homes are let, or {rate}%.",
            "Electric models made up {part} of the {whole} cars sold, a share of {rate}%.",
            "It sold {whole} cars. Of these, {part} ({rate}%) were electric.",
            "{rate}% of the {whole} members voted, {part} in all.",
            "With {part} of {whole} seats it holds {rate}% of the house.",
            "The plan was {whole} homes; {part} were built, or {rate}% of it.",
            "Against a target of {whole} it sold {part}, {rate}%.",
            "The university has {whole} students, {part} of whom ({rate}%) come from abroad.",
            "Services brought in ${part} million, which is {rate}% of total revenue of ${whole} million.",
            "Women hold {part} of the {whole} posts, or {rate}%; men hold the other {rest}.",
            "Exports accounted for {rate}% of production, or {part} of {whole} tonnes.",
            "Renewables generated {part} gigawatt hours in March. That was {rate}% of the {whole} gigawatt hours the country used.",
            "Occupancy was {rate}%: {part} of the {whole} rooms were taken.",
            "The plan covers {whole} households. So far {part} have joined, {rate}% of them.",
            "Of the crop, {part} tonnes went abroad, which is {rate}% of the {whole} tonnes harvested.",
            "It employs {whole} people, and {part} of them, or {rate}%, belong to a union.",
            "Sales came to ${whole} million. Exports brought in ${part} million of that, a share of {rate}%.",
            "The stake of {part} shares amounts to {rate}% of the {whole} shares outstanding.",
            "At {part}, women made up {rate}% of the {whole} graduates.",
            "The council owns {rate}% of the town's {whole} flats, that is {part}.",
            "{part} flights were late, out of {whole} operated ({rate}%).",
            "The bank wrote off ${part} million, equal to {rate}% of its ${whole} million loan book.",
            "Revenue from services was ${part} million and accounted for {rate}% of group revenue, which came to ${whole} million.",
            "Among {whole} respondents, {rate}% ({part}) said prices were too high.",
            "Recalls affected {part} cars, or {rate}% of the {whole} it sold last year.",
            "The reserve holds {whole} tonnes, {rate}% of which ({part} tonnes) is barley.",
        ],
        "sum": [
            "It has {a} plants in Asia, {b} in Europe and {c} in America, {total} in all.",
            "Sales came to {total} cars: {a} in May, {b} in June and {c} in July.",
            "Of {total} entrants, {a} were men, {b} women and {c} children.",
            "Visitors: {total} ({a} by rail, {b} by road, {c} by air).",
            "Paper made {a} tonnes, board {b} and pulp {c}, for a total of {total} tonnes.",
            "The museum had {a} thousand visitors in spring, {b} thousand in summer and {c} thousand in autumn. That makes {total} thousand for the season.",
            "The council will spend ${total} million: ${a} million on roads, ${b} million on schools and the remaining ${c} million on parks.",
            "The wind farm cost {a} million euros, the cable {b} million and the harbour works {c} million. In total the project cost {total} million euros.",
            "The {total} jobs to go comprise {a} in Aldmere, {b} in Brockton and {c} in Carey.",
            "First-quarter output was {a} cars, second-quarter output {b} and third-quarter output {c}, so that {total} were built in the nine months.",
            "Tax receipts came to {total} million crowns, of which income tax yielded {a} million, value added tax {b} million and duties {c} million.",
            "Votes cast: Aldmere {a}, Brockton {b}, Carey {c}. Total: {total}.",
            "The north delivered {a} tonnes and the south {b} tonnes. Together with {c} tonnes from the islands, the harvest amounts to {total} tonnes.",
            "Investors put in ${total} million: the founders ${a} million, a bank ${b} million and a pension fund ${c} million.",
            "The grant is split three ways, with ${a} million for roads, ${b} million for rail and ${c} million for ports, ${total} million in total.",
            "Aldmere has {a} beds, Brockton {b} and Carey {c}. All told the three hospitals have {total} beds.",
            "It opened {a} accounts in the first quarter, {b} in the second and {c} in the third, a total of {total}.",
            "Domestic passengers numbered {a}, European ones {b} and others {c}. The airport thus handled {total} passengers.",
            "Costs of ${total} million break down into ${a} million for staff, ${b} million for energy and ${c} million for rent.",
            "The estate was valued at ${total} million, made up of land (${a} million), houses (${b} million) and shares (${c} million).",
            "Turnout: {a} in the first ballot box, {b} in the second, {c} in the third; overall {total}.",
            "Of {whole} samples, {part} were clean and {rest} were not.",
            "The jury sat on {whole} claims: it upheld {part} and rejected {rest}.",
            "The theatre sold {part} of its {whole} seats, leaving {rest} empty.",
            "Spending was ${whole} million, of which ${part} million went on wages and ${rest} million on everything else.",
        ],
        "difference": [
            "It took {more} votes, {by} more than the {less} of its rival.",
            "Exports were {more} million and imports {less} million, a surplus of {by} million.",
            "Stocks fell by {by} to {less} from {more}.",
            "Of the {more} million borrowed it has repaid {less} million and still owes {by} million.",
            "May brought {by} orders, taking the total for the year to {more} from {less}.",
            "First-half sales of {more} include {less} in the first quarter and {by} in the second.",
            "The bridge cost ${more} million, ${by} million more than the ${less} million budgeted.",
            "It had cash of ${more} million and debt of ${less} million, so net cash was ${by} million.",
            "A firm offer of {more} crowns was made, {by} above the asking price of {less}.",
            "The population grew by {by} over ten years to {more}. At the last census it was {less}.",
            "The painting sold for ${more} thousand, beating its estimate of ${less} thousand by ${by} thousand.",
            "The rebuilt bridge will cost ${more} million. That is ${by} million more than the ${less} million first estimated.",
            "The estimate of ${more} million is ${by} million above last year's ${less} million.",
            "Membership rose by {by} to {more}, from {less} a year ago.",
            "In June the shelter took in {more} animals, {by} more than in May, when it took in {less}.",
            "Aldmere sold {more} tickets and Brockton {less}, a difference of {by}.",
            "The state collected {more} million crowns in fines, {by} million crowns more than the {less} million it had budgeted.",
            "The mill had {more} workers in January. It has since shed {by} and now employs {less}.",
            "It raised its forecast by {by} million to {more} million crowns from {less} million.",
            "He left {more} million crowns; after taxes of {by} million his heirs received {less} million.",
            "The asking price was cut by ${by} million, from ${more} million to ${less} million.",
            "Loans outstanding stand at {less} million, {by} million down on the {more} million of last June.",
            "Its debts of {more} million exceed its assets of {less} million by {by} million.",
            "Entries numbered {more}, beating last year's record of {less} by {by}.",
        ],
        "points": [
            "The jobless rate rose to {high}% from {low}%, {points} points more.",
            "Its margin was {high}%, up {points} percentage points from {low}%.",
            "At {high}% inflation is {points} points above the {low}% of May.",
            "Unemployment stood at {high}% in June. In May it had been {low}%, so it is up by {points} percentage points.",
            "The vacancy rate fell {points} percentage points, from {high}% in 2022 to {low}% in 2023.",
            "Turnout was {high}%, compared with {low}% four years ago, {points} points higher.",
            "Support for the plan is at {high}%, {points} points up on the {low}% measured in spring.",
            "The margin slipped to {low}% from {high}%, a drop of {points} percentage points.",
            "The jobless rate, at {low}%, is {points} percentage points lower than a year ago, when it was {high}%.",
            "Occupancy improved by {points} percentage points to {high}%, after {low}% in the same quarter of last year.",
            "Its share of the market has grown from {low}% to {high}%, that is by {points} percentage points.",
        ],
        "product": [
            "{many} buses at ${each} apiece cost ${made}.",
            "The {many} members raised ${made}, or ${each} per head.",
            "It delivered {made} cars over {many} months, {each} a month on average.",
            "It ordered {many} trucks. At ${each} each they will cost ${made}.",
            "The grant of ${made} will be shared by {many} schools, which will get ${each} each.",
            "Each of the {many} winners receives ${each}, ${made} in total.",
        ],
        "order": [
            "Birch sold {less} cars, fewer than Arden's {more}.",
            "Output fell to {less} tonnes, below the {more} of a year ago.",
            "Arden was first with {more} points, Birch second with {less}.",
            "Income exceeded spending: {more} million against {less} million.",
            "Only {less} people came, fewer than the {more} expected.",
            "Profit of ${more} million exceeded analysts' forecast of ${less} million.",
            "Orders fell to {less} in July. In June there were {more}.",
            "Orders rose to {more} in July. In June there were {less}.",
            "Deliveries of {less} missed the target of {more}.",
            "Sales beat forecasts: {more} units were sold, against the {less} expected.",
            "The price dropped to {less} crowns on Friday from {more} on Thursday.",
            "Aldmere is the larger of the two, with {more} people; Brockton has {less}.",
        ],
        "count": [
            "{n} firms bid: {names}.",
            "It has plants in {n} countries: {names}.",
            "The bank will close {n} branches: {names}.",
            "The service links {n} cities ({names}).",
            "Flights to {n} cities were cancelled: {names}.",
            "It operates in {n} towns, namely {names}.",
            "The {n} districts hit were {names}.",
        ],
        "growth": [
            "Revenue was ${more} million in the quarter. A year earlier it was ${less} million, so growth came to {pace}%.",
            "The port handled {more} containers in May. That was {pace}% more than the {less} it handled in May last year.",
            "Lending to small firms dropped {drop}% to ${less} million, having been ${more} million in the first half of 2023.",
            "The median house price was ${less} thousand a year ago. It is now ${more} thousand: a rise of {pace}%.",
            "Copper exports in April: {more} tonnes (April 2023: {less} tonnes), up {pace} percent.",
            "Bankruptcies, at {less}, were {drop}% below last year's {more}.",
            "The dividend was raised by {pace}% to {more} cents, from {less} cents.",
            "Exports to Asia increased by {by} tonnes, or {pace}%, to {more} tonnes. In the same month of last year they had been {less} tonnes.",
            "Premium income jumped from {less} to {more} million euros ({pace}%).",
            "Bookings totalled {more} million crowns, a {pace}% increase on the {less} million of the previous season.",
            "Bookings totalled {less} million crowns, a {drop}% decrease on the {more} million of the previous season.",
            "A year ago the basket cost {less} crowns; today it costs {more}, an increase of {pace}%.",
            "The basket of goods cost {more} crowns in May. That was up {pace}% from {less} crowns in April.",
            "Deliveries shrank to {less} from {more}, or by {drop}%.",
            "Rents went up by {pace}%: a flat that cost {less} crowns now costs {more}.",
            "Deposits stood at {more} million on June 30, against {less} million at the end of last year. They have thus grown by {pace}%.",
            "Capacity will be expanded by {pace}%, from {less} tonnes a year to {more}.",
            "By March it had {more} subscribers, having started the year with {less}, a gain of {pace}%.",
        ],
        "cumulative": [
            "Registrations in May came to {by}, bringing the total for the first five months to {more}. In the first four months there had been {less}.",
            "The refinery ran {by} tonnes in June and has now run {more} tonnes this year, having run {less} in the first five months.",
            "Profit for the nine months was ${more} million, including ${by} million in the third quarter; for the half-year it was ${less} million.",
            "The charity had raised ${less} million by the end of March. A gala in April added ${by} million, so it has ${more} million to date.",
            "With the {by} cases reported last week the outbreak's count is {more}, up from {less}.",
            "The bank bought back {by} thousand shares in August and {more} thousand since the programme began; by the end of July it had bought {less} thousand.",
            "It sold {by} cars in May, lifting its sales for the year to {more} from {less} at the end of April.",
            "Rain in the week came to {by} units; the total since January now stands at {more}, compared with {less} a week ago.",
            "After {less} in the first half, the third quarter added {by}, so that nine-month sales reached {more}.",
            "Nine-month profit was ${more} million, after ${less} million in the first half and ${by} million in the third quarter.",
            "In the first five months {less} visas were issued; with {by} in June, the half-year figure is {more}.",
        ],
        "stock": [
            "The fund began the month with ${a} million. Inflows of ${b} million and outflows of ${c} million left it with ${left} million.",
            "At the start of the year {a} cases were pending; {b} were filed and {c} closed, so {left} are pending now.",
        ],
        "attainment": [
            "The target for the year is {whole} tonnes, of which {part} tonnes, or {rate}%, have been met.",
            "It sold {part} cars, {rest} short of its goal of {whole}.",
            "So far {part} of the planned {whole} kilometres have been laid, leaving {rest} to go.",
            "The ministry had aimed for {whole} new homes. It got {part}, {rate}% of that number.",
            "By June it had sold {part} of the {whole} cars it plans to sell this year, or {rate}%.",
            "Collections fell {rest} short of the {whole} budgeted, at {part}.",
        ],
    },
    "zh": {
        "share": [
            "{whole}名员工中，{part}人在海外工作，占{rate}%。",
            "共{whole}套住房，已租出{part}套，出租率{rate}%。",
            "电动车{part}辆，占总销量{whole}辆的{rate}%。",
            "{whole}个席位中该党获{part}个，占{rate}%。",
            "计划建房{whole}套，已建{part}套，完成{rate}%。",
            "共发放问卷{whole}份，回收有效问卷{part}份，有效回收率{rate}%。",
            "新能源车售出{part}辆，渗透率{rate}%，车市总销量{whole}辆。",
            "拟派发现金红利{part}亿元，当年净利润{whole}亿元，派息率{rate}%。",
            "年度预算{whole}亿元，截至9月底支出{part}亿元，执行率{rate}%。",
            "授信总额{whole}亿元，已提用{part}亿元，使用率{rate}%。",
            "线索共{whole}条，查实{part}条，查实率{rate}%。",
            "可售房源{whole}套，已售{part}套，去化率{rate}%。",
            "归母净利润{whole}亿元，拟派息{part}亿元，分红率{rate}%。",
            "计划招生{whole}人，录取{part}人，计划完成率{rate}%。",
            "电站总装机{whole}兆瓦，光伏{part}兆瓦，光伏占{rate}%。",
            "净利润{part}亿元，营业收入{whole}亿元，净利率{rate}%。",
            "股东共持有{whole}万股，其中已质押{part}万股，质押比例为{rate}%。",
            "海外收入{part}亿元，占公司收入{whole}亿元的{rate}%。",
            "保费收入{whole}亿元，赔款支出{part}亿元，赔付率为{rate}%。",
            "本次解除质押{part}万股，占其所持股份{whole}万股的{rate}%。",
            "资产总额{whole}亿元，负债总额{part}亿元，资产负债率{rate}%。",
            "项目总投资{whole}亿元，累计完成投资{part}亿元，投资进度{rate}%。",
            "股东大会出席{whole}万股，其中反对{part}万股，反对比例{rate}%。",
            "债券规模{whole}亿元，已转股{part}亿元，转股比例{rate}%。",
            "本届学生{whole}人，女生{part}人，占{rate}%。",
            "年度计划生产{whole}吨，上半年完成{part}吨，完成年度计划的{rate}%。",
            "分红总额{part}亿元，占当年归母净利润{whole}亿元的{rate}%。",
            "研发费用{part}亿元，占营业收入的{rate}%。全年营业收入{whole}亿元。",
        ],
        "sum": [
            "集团亚洲有工厂{a}座，欧洲{b}座，美洲{c}座，共{total}座。",
            "收入{total}万元，其中门票{a}万元、餐饮{b}万元、租金{c}万元。",
            "债券{a}万元，股票{b}万元，其余{c}万元为现金，合计{total}万元。",
            "游客{total}人次（铁路{a}，公路{b}，航空{c}）。",
            "收购对价{total}亿元，由{a}亿元现金、{b}亿元股份和{c}亿元承债组成。",
            "三家股东分别出资{a}亿元、{b}亿元和{c}亿元，公司注册资本{total}亿元。",
            "4月、5月、6月分别售出{a}套、{b}套和{c}套，第二季度共售出{total}套。",
            "工行、农行、建行分别授信{a}亿元、{b}亿元和{c}亿元，公司授信总额达到{total}亿元。",
            "公司营业收入{total}亿元，其中国内收入{a}亿元，欧洲收入{b}亿元，其他地区{c}亿元。",
            "各银行给予公司授信：甲银行{a}亿元、乙银行{b}亿元、丙银行{c}亿元，总额度{total}亿元。",
            "募集资金净额{total}亿元，其中{a}亿元投向智能产线，{b}亿元投向数据中心，{c}亿元用于补充流动资金。",
            "一季度累计销量{total}辆，1月、2月、3月分别为{a}辆、{b}辆、{c}辆。",
            "一期、二期、三期分别交付{a}套、{b}套、{c}套，累计交付{total}套。",
            "公司获得综合授信{total}亿元。甲银行授信{a}亿元，乙银行{b}亿元，丙银行{c}亿元。",
            "本次募集资金{total}亿元，拟用于三个项目：新厂区建设{a}亿元，研发中心{b}亿元，补充流动资金{c}亿元。",
            "1月销量{a}辆，2月{b}辆，3月{c}辆，一季度累计销量{total}辆。",
            "该债券分三期发行，首期{a}亿元，二期{b}亿元，三期{c}亿元，发行总额{total}亿元。",
            "公司在建项目{total}个，华东{a}个，华南{b}个，西部{c}个。",
            "全省共有高校在校生{total}人，其中专科{a}人、本科{b}人、研究生{c}人，师生比保持稳定。",
        ],
        "difference": [
            "甲得{more}票，比乙的{less}票多{by}票。",
            "出口{more}万元，进口{less}万元，顺差{by}万元。",
            "库存由{more}吨减少{by}吨至{less}吨。",
            "借款{more}万元，已还{less}万元，尚欠{by}万元。",
            "5月销售{by}辆，前5月累计{more}辆，前4月为{less}辆。",
            "授信额度{more}亿元，已使用{less}亿元，未使用额度{by}亿元。",
            "合同总价{more}亿元，已收款{less}亿元，剩余{by}亿元将于明年支付。",
            "期初余额{more}亿元，本期减少{by}亿元，期末余额{less}亿元。",
            "目前公司共有员工{more}人，男员工{less}人，女员工{by}人，平均年龄34岁。",
            "贸易顺差{by}亿元，其中出口{more}亿元，进口{less}亿元。",
            "截至公告日，公司持有现金{less}亿元、理财产品{by}亿元，两项合计{more}亿元。",
            "债券募集资金{more}亿元，扣除发行费用{by}亿元后，净额为{less}亿元。",
            "上半年实现净利润{less}亿元，第三季度净利润{by}亿元，前三季度净利润{more}亿元。",
            "本次减持前，该股东持有{more}万股。减持{less}万股后，仍持有{by}万股。",
            "出口{less}亿元，进口{by}亿元，进出口总值{more}亿元，规模居全省第三。",
            "9月发电{by}万度，前8个月发电{less}万度，1至9月累计发电{more}万度。",
            "上半年派息每股0.10元，共派现{less}亿元；末期拟派现{by}亿元，全年派现总额{more}亿元。",
            "前三季度营收{more}亿元。上半年营收{less}亿元，第三季度营收{by}亿元。",
            "票房{more}亿元，国产片{less}亿元，进口片{by}亿元。",
            "本次发行前，公司总股本{less}亿股，本次新发{by}亿股，发行后总股本为{more}亿股。",
            "营业收入{more}亿元，营业成本{less}亿元，毛利{by}亿元。",
            "拍卖成交价{more}亿元，比起拍价{less}亿元高出{by}亿元。",
            "上半年收入{more}亿元，其中一季度{less}亿元，二季度{by}亿元。",
            "募集资金账户余额{by}万元，此前已使用{less}万元，募集总额{more}万元。",
            "全年一般公共预算支出{more}亿元，收入{less}亿元，收支差额{by}亿元。",
            "公司已累计回购{less}亿元，回购上限{more}亿元，剩余额度{by}亿元。",
            "税前利润{more}亿元，所得税{by}亿元，净利润{less}亿元。",
            "预算总额{more}亿元，截至9月底已支出{less}亿元，尚有{by}亿元未支出。",
            "上半年实现进出口总额{more}亿元，其中出口{less}亿元，进口{by}亿元。",
            "利润总额{more}亿元，扣除所得税费用{by}亿元，净利润为{less}亿元。",
            "去年上半年收入{less}亿元，下半年收入{by}亿元，全年收入{more}亿元。",
            "公司上半年营收{more}亿元，其中线上{less}亿元，线下{by}亿元，线上增速更快。",
            "预计工期{more}天，已施工{less}天，剩余工期{by}天。",
            "期初余额{less}亿元，本期增加{by}亿元，期末余额{more}亿元。",
            "11月出口{by}亿元。前10个月出口{less}亿元，前11个月合计出口{more}亿元。",
            "应付总价{more}亿元，已付定金{less}亿元，余款{by}亿元于交割日支付。",
            "公司总负债{more}亿元，流动负债{less}亿元，非流动负债{by}亿元。",
        ],
        "growth": [
            "第三季度营收{more}亿元。二季度为{less}亿元，环比增长{pace}%。",
            "10月，公司销售汽车{more}辆，去年同期销售{less}辆，同比增长{pace}%。",
            "学校今年招生{more}人，去年招生{less}人，扩招{by}人。",
            "第二季度实现收入{more}亿元，第一季度实现收入{less}亿元，环比上升{pace}%。",
            "目标价由{less}元上调至{more}元，上调幅度{pace}%。",
            "澄湖港9月完成货物吞吐量{more}万吨，去年9月为{less}万吨，同比增长{pace}%。前9个月累计吞吐量1.2亿吨。",
            "公司三季报显示，单季营收{more}亿元，同比增长{pace}%；去年同期为{less}亿元。毛利率为31.2%。",
            "预计今年销售额将由{less}亿元增长{pace}%至{more}亿元。",
            "收盘报{more}点，上一交易日收于{less}点，涨{pace}%。",
            "报告期末股东户数{more}户，较上期末的{less}户增加{by}户。",
            "净息收入{more}亿元，去年{less}亿元，按年上升{pace}%。",
            "利润总额增长{pace}%，达{more}亿元，上年为{less}亿元。",
            "预算总额{more}亿元，比上年度{less}亿元增列{by}亿元。",
            "截至6月末，普惠贷款余额{more}亿元，比年初的{less}亿元增加{by}亿元，增幅高于各项贷款。",
            "前11个月，全市新增就业{more}人，同比多增{by}人，去年同期为{less}人。",
            "集团员工{more}人，一年前为{less}人，一年增加{by}人，其中研发人员占三成。",
            "10月乘用车零售{more}辆，环比9月的{less}辆增长{pace}%。",
            "该公司营业收入增至{more}亿元，上年为{less}亿元，增幅{pace}%。",
            "公司去年实现净利润{more}亿元，较前年的{less}亿元增长{pace}%，董事会建议每股派息0.12元。",
            "销售收入较上年的{less}亿元增长{pace}%至{more}亿元。",
            "今年计划投资{more}亿元，去年实际完成{less}亿元，计划比去年增加{by}亿元。",
            "均价为每平方米{more}元，环比上涨{pace}%，上月为每平方米{less}元。",
            "机构预计今年市场规模{more}亿元，在去年{less}亿元的基础上增长{pace}%。",
            "2024年，云桥股份实现营业收入{more}亿元，上年同期为{less}亿元，同比增长{pace}%。",
            "社区志愿者去年底{less}人，今年发展到{more}人，增加了{by}人。",
            "全社会用电量{more}亿千瓦时，同比增长{pace}%。去年同期全社会用电量{less}亿千瓦时。",
            "截至2024年末，全市本外币存款余额{more}亿元，比年初增加{by}亿元。年初余额为{less}亿元。",
            "全县常住人口{more}人，与第六次普查的{less}人相比，十年增加{by}人，增长{pace}%。",
            "机场全年旅客吞吐量{more}万人次，同比增长{pace}%，2023年为{less}万人次。",
            "报告期内，公司营业收入为{more}亿元，同比增加{by}亿元，上年同期为{less}亿元。",
            "铁路部门今年春运首日发送旅客{more}万人次。去年春运首日为{less}万人次，今年同比增长{pace}%。",
            "截至6月末，该行各项贷款余额{more}亿元，较年初增加{by}亿元，增长{pace}%。",
            "今年前三季度新登记企业{more}户，去年同期{less}户，多增{by}户。",
            "公司拟将注册资本由{less}亿元增加至{more}亿元，即增加{by}亿元。",
        ],
        "fall": [
            "5月生猪出栏均价每吨{less}元，4月为每吨{more}元，环比下跌{drop}%。",
            "沪深两市成交{less}亿元，上一交易日成交{more}亿元，缩量{by}亿元。",
            "截至12月末，公司共有门店{less}家，年内净关闭{by}家，年初为{more}家。",
            "截至期末，有息负债余额{less}亿元，较年初下降{by}亿元，年初为{more}亿元。",
            "今年前10个月卖地收入{less}亿元，上年同期{more}亿元，短收{by}亿元。",
            "扣非净利润{less}亿元，较上年同期的{more}亿元下滑{drop}%。",
            "现金及现金等价物由{more}亿元减少至{less}亿元，减少额为{by}亿元。",
            "公司去年亏损{less}亿元，前年亏损{more}亿元，同比减亏{by}亿元。",
            "公司上半年营收为{less}亿元，去年同期{more}亿元，同比减少{by}亿元。",
            "全市登记失业人员{less}人，比上月的{more}人减少{by}人。",
            "成交额缩量至{less}亿元，较前一交易日的{more}亿元减少{by}亿元。",
            "全年交通事故{less}起，去年{more}起，下降{drop}%，死亡人数亦有下降。",
            "本月投诉{less}件，上月{more}件，环比少{by}件。",
            "港口待泊船舶{less}艘，较上周{more}艘减少{by}艘，平均候泊时间3天。",
            "今年毕业生{less}人，较去年{more}人少{by}人。",
            "财务费用{less}亿元，同比下降{drop}%，主要因利息支出减少；上年同期财务费用{more}亿元。",
            "股票质押余额从高峰时的{more}亿元降到{less}亿元，累计压降{by}亿元。",
            "员工人数从{more}人降至{less}人，降幅{drop}%。",
        ],
        "points": [
            "失业率升至{high}%，比上月的{low}%高{points}个百分点。",
            "毛利率{high}%，同比提高{points}个百分点，上年为{low}%。",
            "女性占比由{low}%升至{high}%，提高{points}个百分点。",
            "制造业投资增长{high}%，增速比全部投资高{points}个百分点，全部投资增长{low}%。",
            "本次权益变动后，其持股比例从{high}%减少到{low}%，减少{points}个百分点。",
            "开工率上周{low}%，本周{high}%，回升{points}个百分点。",
            "资产负债率从{high}%降至{low}%，下降{points}个百分点。",
            "支持率为{high}%，比对手的{low}%领先{points}个百分点。",
            "一年期利率由{high}%下调至{low}%，下调{points}个百分点。",
            "市占率为{high}%，去年同期{low}%，提高{points}个百分点。",
            "产能利用率升至{high}%，上季度为{low}%，环比提升{points}个百分点。",
            "毛利率为{high}%，上年同期为{low}%，同比提升{points}个百分点。",
            "电动车渗透率去年为{low}%，今年达到{high}%，提高{points}个百分点。",
            "毛利率由上年的{low}%提升至{high}%，提升了{points}个百分点。",
        ],
        "product": [
            "客车{many}辆，单价{each}元，总价{made}元。",
            "{many}名会员共捐{made}元，人均{each}元。",
            "{many}家店共收入{made}元，店均{each}元。",
            "{many}台机组单机容量{each}千瓦，总装机容量{made}千瓦。",
            "订单共{many}艘，每艘造价{each}万元，合同总额{made}万元。",
            "公司向{many}名高管授予限制性股票，人均{each}股，合计{made}股。",
            "每股派息{each}元，共{many}股，派息总额{made}元。",
            "全村{many}户共分红{made}元，户均分红{each}元。",
            "{many}家门店合计收入{made}万元，平均每家{each}万元。",
        ],
        "order": [
            "乙销售{less}辆，低于甲的{more}辆。",
            "产量降至{less}吨，低于去年的{more}吨。",
            "甲{more}分排名第一，乙{less}分第二。",
            "收入{more}万元大于支出{less}万元。",
            "实际支出{less}万元，未超预算{more}万元。",
            "收盘价{more}元，高于发行价{less}元。",
            "中标价{less}万元，低于{more}万元的最高限价。",
            "甲队得{less}票，少于乙队的{more}票。",
            "从{more}户降到{less}户。",
            "销量创历史新高，达{more}辆，此前纪录为{less}辆。",
            "销量从{less}辆上升到{more}辆。",
            "报价最低的是甲公司，为{less}万元，低于乙公司的{more}万元。",
            "今年参赛{more}人，多于上届的{less}人。",
            "当月销量{less}辆，不及去年同期的{more}辆。",
            "今年产量{more}吨，高于去年的{less}吨。",
        ],
        "count": ["{n}家公司投标：{names}。", "{n}位创始人为{names}。"],
    },
}


def numbers(draw: random.Random, lang: str) -> dict[str, str]:
    """What the places of a form may hold."""
    whole, less, low = draw.randint(2_011, 9_876), draw.randint(1_213, 7_987), draw.randint(31, 640)
    part, by, points = draw.randint(whole // 10, whole * 8 // 10), draw.randint(1_111, 3_987), draw.randint(3, 59)
    a, b, c = draw.randint(1_011, 6_987), draw.randint(1_011, 5_987), draw.randint(311, 2_987)
    many, each, n = draw.randint(12, 96), draw.randint(1_123, 9_876), draw.randint(3, 6)
    *names, last = draw.sample(PLACES[lang], n)
    joined = f"{', '.join(names)} and {last}" if lang == "en" else "、".join([*names, last])
    known = {"whole": whole, "part": part, "a": a, "b": b, "c": c, "total": a + b + c, "less": less, "by": by}
    known |= {
        "more": less + by,
        "many": many,
        "each": each,
        "made": many * each,
        "rest": whole - part,
        "left": a + b - c,
    }
    shown = {name: f"{number:,}" for name, number in known.items()}
    shown |= {"low": f"{low / 10:.1f}", "points": f"{points / 10:.1f}", "high": f"{(low + points) / 10:.1f}"}
    rates = {"rate": (part, whole), "pace": (by, less), "drop": (by, less + by)}
    shown |= {name: f"{float(Fraction(100 * one, other)):.1f}" for name, (one, other) in rates.items()}
    shown |= {"names": joined}
    return shown | {"n": WORDS[lang][n].capitalize(), "next": WORDS[lang][n + 1].capitalize()}


def slipped(draw: random.Random, kind: str, form: str, shown: dict[str, str]) -> dict[str, str] | None:
    """The same with one slip; None where no two neighbouring digits differ."""
    if kind == "order":
        return {**shown, "more": shown["less"], "less": shown["more"]}
    if kind == "count":
        return {**shown, "n": shown["next"]}
    name = draw.choice(re.findall(r"\{(\w+)\}", form))
    places = [m.start() for m in re.finditer(r"\d(?=,?\d)", shown[name])]
    for at in draw.sample(places, len(places)):
        digits, behind = shown[name], at + 1 if shown[name][at + 1].isdigit() else at + 2
        if digits[at] != digits[behind] and (at or digits[behind] != "0"):
            swapped = digits[:at] + digits[behind] + digits[at + 1 : behind] + digits[at] + digits[behind + 1 :]
            return {**shown, name: swapped}
    return None


def told(text: str, lang: str, *outcomes: str) -> bool:
    verdicts = check(Source("plain", text, lang=lang, published="2025-01-20")).verdicts
    return any(v.code is not None and v.outcome in outcomes for v in verdicts)


def main() -> None:
    draw = random.Random(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
    tried, found, false = Counter[tuple[str, str]](), Counter[tuple[str, str]](), list[str]()
    for lang, kinds in FORMS.items():
        for kind, forms in kinds.items():
            for form in forms * EACH:
                shown = numbers(draw, lang)
                if told(right := form.format(**shown), lang, "contradicted", "query"):
                    false.append(right)
                if (wrong := slipped(draw, kind, form, shown)) is not None:
                    tried[lang, kind] += 1
                    found[lang, kind] += told(form.format(**wrong), lang, "contradicted")
    for lang, kind in tried:
        print(f"{lang}  {kind:10}  {found[lang, kind]:3} of {tried[lang, kind]:3}")
    print(f"all {found.total()} of {tried.total()} slips found; right texts that are told: {len(false)}")
    print("\n".join(false))


if __name__ == "__main__":
    main()
