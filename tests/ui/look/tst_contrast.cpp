// SPDX-License-Identifier: Apache-2.0
#include "ui/look/theme.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;
using namespace ui;
using ui::theme::Role;
using ui::theme::Tone;

namespace {

/// Of text (WCAG 2, 1.4.3), and of what is looked at otherwise (1.4.11).
constexpr double ForText = 4.5;
constexpr double ForMarks = 3;

/// These roles, on those, with a contrast of at least `least`.
struct Pairs
{
    const char *what;
    QList<Role> on;
    QList<Role> below;
    double least;
};

QList<Role> profileMarks()
{
    return {Role::ProfileRed, Role::ProfileAmber, Role::ProfileGreen, Role::ProfileBlue,
            Role::ProfileViolet};
}

/// All that is painted on something else.
QList<Pairs> allPairs()
{
    const QList<Role> rows{Role::Base, Role::AlternateBase, Role::SelectedRow, Role::Hovered};
    const QList<Role> pages{Role::Window, Role::Base};
    return {
        {"text in rows", {Role::Text, Role::Muted}, rows, ForText},
        {"states in rows", {Role::Success, Role::Failure, Role::WarningText}, rows, ForText},
        {"links", {Role::Link}, rows + pages, ForText},
        {"text of pages",
         {Role::Text, Role::Muted, Role::Success, Role::Failure, Role::WarningText},
         pages,
         ForText},
        {"text on buttons", {Role::Text}, {Role::Button, Role::Window}, ForText},
        {"selected entries",
         {Role::HighlightedText, Role::HighlightedDetail},
         {Role::Highlight},
         ForText},
        {"warnings", {Role::WarningText}, {Role::WarningBand}, ForText},
        {"notices", {Role::InfoText}, {Role::InfoBand}, ForText},
        {"pills of AWS", {Role::AwsText}, {Role::AwsPill}, ForText},
        {"pills of Azure", {Role::AzureText}, {Role::AzurePill}, ForText},
        {"pills of GCP", {Role::GcpText}, {Role::GcpPill}, ForText},
        {"pills of others", {Role::UnknownText}, {Role::UnknownPill}, ForText},
        {"strips of jobs",
         {Role::Success, Role::Failure, Role::Pending},
         rows + QList{Role::Window},
         ForMarks},
        {"bars of the overview",
         {Role::Accent, Role::AbsentBar, Role::AwsText, Role::AzureText, Role::GcpText,
          Role::UnknownText},
         {Role::Base, Role::Hovered},
         ForMarks},
        {"line and dot of a profile",
         profileMarks(),
         {Role::Window, Role::Base, Role::Button, Role::Hovered},
         ForMarks},
        {"rims",
         {Role::Outline},
         {Role::Window, Role::Base, Role::Button, Role::WarningBand},
         ForMarks},
        {"sliders of scroll bars", {Role::ScrollSlider, Role::ScrollSliderOver}, pages, ForMarks},
        {"rings, underlines and sort arrows",
         {Role::Accent},
         rows + pages + QList{Role::Button, Role::WarningBand, Role::InfoBand},
         ForMarks},
        {"the ring of a selected entry", {Role::HighlightedText}, {Role::Highlight}, ForMarks},
        {"the bar of a selected row", {Role::Accent}, {Role::Base, Role::SelectedRow}, ForMarks},
        {"a selected entry beside others", {Role::Highlight}, pages, ForMarks},
        {"marks of what was found: their lines", {Role::WarningText}, {Role::Base}, ForMarks},
        {"icons", {Role::Text, Role::Muted, Role::Success, Role::Failure}, pages, ForMarks},
    };
}

double linear(double part)
{
    return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const double first = luminance(one);
    const double second = luminance(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

const char *nameOf(Tone tone)
{
    switch (tone) {
    case Tone::Light:
        return "light";
    case Tone::Dark:
        return "dark";
    case Tone::HighContrast:
        return "high contrast";
    }
    Q_UNREACHABLE();
}

} // namespace

Q_DECLARE_METATYPE(Pairs)

/// Everything can be seen on what it is painted on, in each theme.
class ContrastTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void computesAsWcagDoes();
    void isSeen_data();
    void isSeen();
    void knowsItsPalettes_data();
    void knowsItsPalettes();
    void paintsWithTheseColors_data();
    void paintsWithTheseColors();
    void setsPillsOff_data();
    void setsPillsOff();
};

void ContrastTest::computesAsWcagDoes()
{
    QCOMPARE(contrast(Qt::white, Qt::black), 21.0);
    QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
    // The grey that is said to be the lightest for text on white.
    QVERIFY(contrast(QColor(0x76, 0x76, 0x76), Qt::white) >= 4.5);
    QVERIFY(contrast(QColor(0x77, 0x77, 0x77), Qt::white) < 4.5);
}

void ContrastTest::isSeen_data()
{
    QTest::addColumn<Tone>("tone");
    QTest::addColumn<Pairs>("pairs");
    for (const Tone tone : theme::allTones) {
        const QList<Pairs> all = allPairs();
        for (const Pairs &pairs : all)
            QTest::addRow("%s, %s", pairs.what, nameOf(tone)) << tone << pairs;
    }
}

void ContrastTest::isSeen()
{
    QFETCH(const Tone, tone);
    QFETCH(const Pairs, pairs);
    for (const Role on : pairs.on) {
        for (const Role below : pairs.below) {
            const QColor paint = theme::color(tone, on);
            const QColor ground = theme::color(tone, below);
            QCOMPARE(paint.alpha(), 255);
            QCOMPARE(ground.alpha(), 255);
            const double found = contrast(paint, ground);
            QVERIFY2(found >= pairs.least,
                     qPrintable(u"%1 on %2: %3"_s.arg(paint.name(), ground.name()).arg(found)));
        }
    }
}

void ContrastTest::knowsItsPalettes_data()
{
    QTest::addColumn<Tone>("tone");
    for (const Tone tone : theme::allTones)
        QTest::newRow(nameOf(tone)) << tone;
}

void ContrastTest::knowsItsPalettes()
{
    QFETCH(const Tone, tone);
    const QPalette palette = theme::palette(tone);
    QCOMPARE(theme::toneOf(palette), tone);
    const QList<std::pair<QPalette::ColorRole, Role>> all{
        {QPalette::Window, Role::Window},       {QPalette::WindowText, Role::Text},
        {QPalette::Base, Role::Base},           {QPalette::AlternateBase, Role::AlternateBase},
        {QPalette::Text, Role::Text},           {QPalette::PlaceholderText, Role::Muted},
        {QPalette::Button, Role::Button},       {QPalette::ButtonText, Role::Text},
        {QPalette::Highlight, Role::Highlight}, {QPalette::HighlightedText, Role::HighlightedText},
        {QPalette::Link, Role::Link},           {QPalette::LinkVisited, Role::Link},
        {QPalette::ToolTipBase, Role::Base},    {QPalette::ToolTipText, Role::Text},
    };
    for (const auto &[group, role] : all) {
        QCOMPARE(palette.color(QPalette::Active, group), theme::color(tone, role));
        QCOMPARE(palette.color(QPalette::Inactive, group), theme::color(tone, role));
    }
}

void ContrastTest::paintsWithTheseColors_data()
{
    knowsItsPalettes_data();
}

/// What delegates and the style ask for.
void ContrastTest::paintsWithTheseColors()
{
    QFETCH(const Tone, tone);
    const QPalette palette = theme::palette(tone);
    const auto is = [tone](const QColor &color, Role role) {
        return color == theme::color(tone, role);
    };
    QVERIFY(is(theme::mutedText(palette), Role::Muted));
    QVERIFY(is(theme::accent(palette), Role::Accent));
    QVERIFY(is(theme::success(palette), Role::Success));
    QVERIFY(is(theme::failure(palette), Role::Failure));
    QVERIFY(is(theme::pending(palette), Role::Pending));
    QVERIFY(is(theme::selectedRow(palette), Role::SelectedRow));
    QVERIFY(is(theme::hovered(palette), Role::Hovered));
    QVERIFY(is(theme::highlightedDetail(palette), Role::HighlightedDetail));
    QVERIFY(is(theme::outline(palette, true), Role::Outline));
    QVERIFY(is(theme::scrollSlider(palette, false), Role::ScrollSlider));
    QVERIFY(is(theme::absentBar(palette), Role::AbsentBar));
    QVERIFY(is(theme::warningBand(palette).text, Role::WarningText));
    QVERIFY(is(theme::infoBand(palette).background, Role::InfoBand));
    using Kind = atlas::CloudProvider::Kind;
    QVERIFY(is(theme::pill(palette, Kind::Azure).text, Role::AzureText));
    QVERIFY(is(theme::providerBar(palette, Kind::Gcp), Role::GcpText));
    using accounts::ProfileColor;
    QVERIFY(is(theme::profileColor(palette, ProfileColor::Amber), Role::ProfileAmber));
    QVERIFY(!theme::profileColor(palette, ProfileColor::None).isValid());
}

void ContrastTest::setsPillsOff_data()
{
    knowsItsPalettes_data();
}

/// A pill has a ground of its own, or a rim.
void ContrastTest::setsPillsOff()
{
    QFETCH(const Tone, tone);
    for (const auto pill : {Role::AwsPill, Role::AzurePill, Role::GcpPill, Role::UnknownPill}) {
        const bool hasGround = theme::color(tone, pill) != theme::color(tone, Role::Base);
        const QColor rim = theme::color(tone, Role::PillRim);
        QVERIFY(hasGround || contrast(rim, theme::color(tone, pill)) >= ForMarks);
    }
}

QTEST_APPLESS_MAIN(ContrastTest)
#include "tst_contrast.moc"
