// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/world/alertmaker.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/atlassim/world/troublemaker.h"
#include "ui/buckets/bucketviews.h"

#include <QMetaType>
#include <QString>

#include <optional>

/// What a picture is of.
enum class Scene {
    Data,
    Empty,
    Loading,
    Failed,
    Stale,
    NoProfile,
    Settings,
    Details,
    Warning,
    UsedBy,
    ExportJobs,
    Json,
    Request,
    AllProjects,
    Unchecked,
    Findings,
    Fine,
    FineOverview,
    Changes,
    Duplicates,
    Overview,
    NotReadable,
    Calendar,
};

/// Of the views of all projects.
inline ui::BucketViews::View viewOf(Scene scene)
{
    using View = ui::BucketViews::View;
    switch (scene) {
    case Scene::Unchecked:
    case Scene::Findings:
    case Scene::Fine:
        return View::Findings;
    case Scene::Changes:
        return View::Changes;
    case Scene::Duplicates:
        return View::Duplicates;
    case Scene::Overview:
    case Scene::FineOverview:
        return View::Overview;
    case Scene::NotReadable:
        return View::NotReadable;
    default:
        return View::Buckets;
    }
}

/// Whether all exports have been checked, and nothing is wrong.
inline bool isAllFine(Scene scene)
{
    return scene == Scene::Fine || scene == Scene::FineOverview;
}

/// Whether nobody is asked anything.
inline bool isSignedOut(Scene scene)
{
    return scene == Scene::NoProfile || scene == Scene::Calendar;
}

/// Whether all projects are open.
inline bool isOfAllProjects(Scene scene)
{
    return scene == Scene::AllProjects || viewOf(scene) != ui::BucketViews::View::Buckets;
}

/// The tab of the details that a scene shows; nothing if no bucket is selected in it.
inline std::optional<int> tabOf(Scene scene)
{
    switch (scene) {
    case Scene::Details:
    case Scene::Warning:
        return 0;
    case Scene::UsedBy:
        return 1;
    case Scene::ExportJobs:
        return 2;
    case Scene::Json:
        return 3;
    case Scene::Request:
        return 4;
    default:
        return std::nullopt;
    }
}

/// Which is open.
inline QString projectOf(Scene scene)
{
    if (isAllFine(scene))
        return {};
    if (scene == Scene::Empty)
        return atlassim::sample::Sandbox;
    if (scene == Scene::Failed)
        return atlassim::sample::Legacy;
    return scene == Scene::Stale ? atlassim::sample::AtlasCliE2e : atlassim::sample::PaymentsProd;
}

/// Where each project exports what it should.
inline atlassim::World fineWorld()
{
    atlassim::World world;
    atlassim::sample::addCredentials(world);
    atlassim::troubled::TroubleMaker make(QDateTime::currentDateTimeUtc());
    for (const char *name : {"payments", "ledger", "identity"}) {
        const QString project = QString::fromLatin1(name);
        make.beginProject(project);
        const QString bucket = make.addAws(project + QStringLiteral("-archive"));
        make.addExporting(project + QStringLiteral("-01"), bucket, atlassim::ExportFrequency::Daily,
                          std::chrono::hours(9));
        atlassim::addExportAlerts(make.project());
        make.endProject();
    }
    world.projects = make.projects();
    return world;
}

inline atlassim::World worldOf(Scene scene)
{
    if (isAllFine(scene))
        return fineWorld();
    return scene == Scene::Findings || scene == Scene::Changes ? atlassim::World::troubled()
                                                               : atlassim::sample::world();
}

Q_DECLARE_METATYPE(Scene)
