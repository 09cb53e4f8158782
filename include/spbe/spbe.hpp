#pragma once

// Everything a program that links the library may use.
#include "spbe/analysis/change_groups.hpp"
#include "spbe/analysis/compare.hpp"
#include "spbe/analysis/compute.hpp"
#include "spbe/analysis/report.hpp"
#include "spbe/analysis/trend.hpp"
#include "spbe/base/diagnostic.hpp"
#include "spbe/base/interval.hpp"
#include "spbe/base/ratio.hpp"
#include "spbe/base/source.hpp"
#include "spbe/model/assessment.hpp"
#include "spbe/model/catalog.hpp"
#include "spbe/model/instrument.hpp"
#include "spbe/render/language.hpp"
#include "spbe/render/message.hpp"
